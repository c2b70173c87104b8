using System.ComponentModel.DataAnnotations;

namespace CustomerInsight.Models;

/// <summary>How changes are looked for.</summary>
public sealed class CounterfactualOptions
{
    /// <summary>Gets or sets below which chance of leaving the changes are to bring a customer.</summary>
    /// <value>0.5. Above 0 and below 1.</value>
    [Range(0.0, 1.0, MinimumIsExclusive = true, MaximumIsExclusive = true)]
    public double Target { get; set; } = 0.5;

    /// <summary>Gets or sets how many traits a hint changes at most.</summary>
    /// <value>3. From 1 to 10.</value>
    [Range(1, 10)]
    public int MostChanges { get; set; } = 3;

    /// <summary>Gets or sets how many values of a number are tried: quantiles of those that customers have.</summary>
    /// <value>20. From 2 to 1,000.</value>
    [Range(2, 1000)]
    public int Values { get; set; } = 20;
}
