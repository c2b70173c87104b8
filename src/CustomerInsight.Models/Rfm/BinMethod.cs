namespace CustomerInsight.Models;

/// <summary>How the thresholds of scores are found.</summary>
public enum BinMethod
{
    /// <summary>
    /// The quantiles 1/bins, 2/bins, … of type 7 (linear between order statistics): a value scores 1 more for each that it is above. Equal values get equal scores,
    /// so bins of unequal size where many are equal.
    /// </summary>
    Quantiles,

    /// <summary>
    /// Equal numbers by rank, as SQL's <c>NTILE</c>: customers are ranked from the worst to the best and cut into bins whose sizes differ by one at most, the larger ones at the low scores.
    /// What becomes of equal values says <see cref="RfmOptions.Ties"/>.
    /// </summary>
    Ntile,

    /// <summary>
    /// As the R package rfm (function <c>rfm_table_order</c>) scores: its bins begin at the quantile of type 7 plus one, and take that bound itself.
    /// To compare with tables made by it; with money in units other than whole ones the "plus one" has no meaning of its own.
    /// </summary>
    RPackageRfm,
}
