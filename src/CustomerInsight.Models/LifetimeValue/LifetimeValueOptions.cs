using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace CustomerInsight.Models;

/// <summary>How lifetime values are learned and computed.</summary>
public sealed class LifetimeValueOptions
{
    /// <summary>Gets or sets how far ahead purchases count.</summary>
    /// <value>365 days. From 1 to 3,650.</value>
    [Range(1, 3_650)]
    public int HorizonDays { get; set; } = 365;

    /// <summary>Gets or sets how much less money is worth a year later: 0.10 means that 1.10 in a year is worth 1.00 today.</summary>
    /// <value>0.10. From 0 (no discounting) to 1.</value>
    [Range(0.0, 1.0)]
    public double AnnualDiscountRate { get; set; } = 0.10;

    /// <summary>Gets or sets the length of the steps in which future purchases are discounted, each as of its middle.</summary>
    /// <value>30 days. From 1 to 365.</value>
    [Range(1, 365)]
    public int StepDays { get; set; } = 30;

    /// <summary>Gets or sets how the model of when customers buy is fitted.</summary>
    /// <value>The defaults of <see cref="BgNbdOptions"/>.</value>
    [Required]
    [ValidateObjectMembers(typeof(BgNbdOptionsValidator))]
    public BgNbdOptions Purchases { get; set; } = new();

    /// <summary>Gets or sets how the model of what customers spend is fitted.</summary>
    /// <value>The defaults of <see cref="GammaGammaOptions"/>.</value>
    [Required]
    [ValidateObjectMembers(typeof(GammaGammaOptionsValidator))]
    public GammaGammaOptions Spend { get; set; } = new();
}
