using System.ComponentModel.DataAnnotations;

namespace CustomerInsight.Models;

/// <summary>When a trait is suspicious.</summary>
public sealed class LeakageOptions
{
    /// <summary>Gets or sets from which area under the ROC curve on a single trait is too good.</summary>
    /// <value>0.95. From 0.5 to 1.</value>
    [Range(0.5, 1.0)]
    public double TooGoodFrom { get; set; } = .95;

    /// <summary>Gets or sets by how much the best trait is above the second best to be far above it.</summary>
    /// <value>0.2. From 0 to 1; 0.5 and more for never.</value>
    [Range(0.0, 1.0)]
    public double FarAboveBy { get; set; } = .2;

    /// <summary>Gets or sets by how much a number may change, in proportion, without being another: sums may be added in another order.</summary>
    /// <value>1e-9. From 0 to 0.01.</value>
    [Range(0.0, 0.01)]
    public double Tolerance { get; set; } = 1e-9;
}
