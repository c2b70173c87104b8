namespace CustomerInsight.Models;

/// <summary>How a difference was told from chance.</summary>
public enum DifferenceTest
{
    /// <summary>
    /// The rank test of Mann and Whitney for numbers and days, two-sided: exact for fewer than 50 customers a side without ties, else by the normal approximation with ties and continuity
    /// allowed for. The statistic is U of the first side.
    /// </summary>
    MannWhitney,

    /// <summary>Welch's t-test of two means with unequal variances, two-sided. The statistic is t.</summary>
    Welch,

    /// <summary>Pearson's chi-square test of homogeneity, without continuity correction. The statistic is chi-square.</summary>
    ChiSquare,

    /// <summary>Fisher's exact test of a table of two by two, two-sided, where fewer than 5 are expected in a cell. The statistic is the odds ratio of the sample; infinite where a zero divides.</summary>
    FisherExact,
}
