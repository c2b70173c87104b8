using System.ComponentModel.DataAnnotations;

namespace CustomerInsight.Models;

/// <summary>How customers are scored by recency, frequency and money, and named by their scores.</summary>
public sealed class RfmOptions
{
    /// <summary>Gets or sets into how many bins each dimension is cut.</summary>
    /// <value>5 (quintiles). From 2 to 10.</value>
    [Range(2, 10)]
    public int Bins { get; set; } = 5;

    /// <summary>Gets or sets how many customers with a purchase the scoring needs at least.</summary>
    /// <value>20. From 2 to 1,000,000, and not below <see cref="Bins"/>.</value>
    [Range(2, 1_000_000)]
    public int MinimumCustomers { get; set; } = 20;

    /// <summary>Gets or sets the segments, as rules in order: the first that matches names the customer.</summary>
    /// <value><see cref="SegmentRules.Default"/>. Every combination of scores must match a rule.</value>
    public ValueList<SegmentRule> Segments { get; set; } = SegmentRules.Default;
}
