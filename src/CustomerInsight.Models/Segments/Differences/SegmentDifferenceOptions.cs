using System.ComponentModel.DataAnnotations;

namespace CustomerInsight.Models;

/// <summary>How two sides are compared.</summary>
public sealed class SegmentDifferenceOptions
{
    /// <summary>Gets or sets which share of the differences called significant may be due to chance.</summary>
    /// <value>0.05. From 0.000001 to 0.5.</value>
    [Range(0.000001, 0.5)]
    public double FalseDiscoveryRate { get; set; } = 0.05;

    /// <summary>Gets or sets how many customers each side needs of whom the trait is known.</summary>
    /// <value>20. From 3 to 1,000,000.</value>
    [Range(3, 1_000_000)]
    public int MinimumCustomers { get; set; } = 20;

    /// <summary>Gets or sets how numbers and days are compared.</summary>
    /// <value><see cref="DifferenceTest.MannWhitney"/>, which outliers do not sway; or <see cref="DifferenceTest.Welch"/>.</value>
    [AllowedValues(DifferenceTest.MannWhitney, DifferenceTest.Welch)]
    public DifferenceTest NumberTest { get; set; } = DifferenceTest.MannWhitney;

    /// <summary>Gets or sets how many distinct texts of a trait are told apart, the most common ones; the rest counts as one.</summary>
    /// <value>20. From 2 to 1,000.</value>
    [Range(2, 1_000)]
    public int MostTexts { get; set; } = 20;

    /// <summary>Gets or sets which traits are compared, by their names.</summary>
    /// <value>Null: all, but of those that tell who a customer is (<see cref="TraitDefinition.IsPersonal"/>) only how often they are known.</value>
    public ValueList<string>? Traits { get; set; }

    /// <summary>Gets or sets how many threads may work. The result is the same for any number.</summary>
    /// <value>0: as many as the machine has cores. From 0 to 1,024.</value>
    [Range(0, 1024)]
    public int MaxDegreeOfParallelism { get; set; }
}
