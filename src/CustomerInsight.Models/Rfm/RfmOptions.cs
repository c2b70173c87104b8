using System.ComponentModel.DataAnnotations;

namespace CustomerInsight.Models;

/// <summary>How customers are scored by recency, frequency and money, and named by their scores.</summary>
public sealed class RfmOptions
{
    /// <summary>Gets or sets how thresholds are found, in the dimensions whose cuts are not given.</summary>
    /// <value><see cref="BinMethod.Quantiles"/>.</value>
    public BinMethod Method { get; set; }

    /// <summary>Gets or sets what becomes of equal values that <see cref="BinMethod.Ntile"/> would part. The other methods never part them.</summary>
    /// <value><see cref="TiePolicy.Split"/>.</value>
    public TiePolicy Ties { get; set; }

    /// <summary>Gets or sets into how many bins each dimension is cut.</summary>
    /// <value>5 (quintiles). From 2 to 10.</value>
    [Range(2, 10)]
    public int Bins { get; set; } = 5;

    /// <summary>Gets or sets into how many bins recency is cut.</summary>
    /// <value>Null: <see cref="Bins"/>. From 2 to 10.</value>
    [Range(2, 10)]
    public int? RecencyBins { get; set; }

    /// <summary>Gets or sets into how many bins frequency is cut.</summary>
    /// <value>Null: <see cref="Bins"/>. From 2 to 10.</value>
    [Range(2, 10)]
    public int? FrequencyBins { get; set; }

    /// <summary>Gets or sets into how many bins money is cut.</summary>
    /// <value>Null: <see cref="Bins"/>. From 2 to 10.</value>
    [Range(2, 10)]
    public int? MonetaryBins { get; set; }

    /// <summary>Gets or sets the thresholds of recency in days: a customer scores 1 less for each that the days since the last purchase are above.</summary>
    /// <value>Empty: they are learned. Else from 1 to 9 that rise, one less than there are bins.</value>
    public ValueList<double> RecencyCuts { get; set; }

    /// <summary>Gets or sets the thresholds of frequency in orders: a customer scores 1 more for each that the orders are above.</summary>
    /// <value>Empty: they are learned. Else from 1 to 9 that rise, one less than there are bins.</value>
    public ValueList<double> FrequencyCuts { get; set; }

    /// <summary>Gets or sets the thresholds of revenue: a customer scores 1 more for each that the revenue is above.</summary>
    /// <value>Empty: they are learned. Else from 1 to 9 that rise, one less than there are bins.</value>
    public ValueList<double> MonetaryCuts { get; set; }

    /// <summary>Gets or sets how many customers with a purchase the scoring needs at least.</summary>
    /// <value>20. From 2 to 1,000,000, and not below the number of bins. Without effect where the cuts of all dimensions are given.</value>
    [Range(2, 1_000_000)]
    public int MinimumCustomers { get; set; } = 20;

    /// <summary>Gets or sets the segments, as rules in order: the first that matches names the customer.</summary>
    /// <value><see cref="RfmSegmentRules.Default"/>. Every combination of scores must match a rule.</value>
    public ValueList<RfmSegmentRule> Segments { get; set; } = RfmSegmentRules.Default;

    /// <summary>Gets or sets how many threads may work at the same time. The result is the same for any number.</summary>
    /// <value>0: as many as the machine has cores; in a run, as many as the run may use. From 0 to 1,024.</value>
    [Range(0, 1024)]
    public int MaxDegreeOfParallelism { get; set; }

    internal RfmBins AllBins => new(
        BinsOf(RecencyCuts, RecencyBins),
        BinsOf(FrequencyCuts, FrequencyBins),
        BinsOf(MonetaryCuts, MonetaryBins));

    private int BinsOf(ValueList<double> cuts, int? bins) => cuts.Count > 0 ? cuts.Count + 1 : bins ?? Bins;
}
