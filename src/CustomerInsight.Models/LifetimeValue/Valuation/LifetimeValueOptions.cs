using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace CustomerInsight.Models;

/// <summary>How lifetime values are learned and computed.</summary>
public sealed class LifetimeValueOptions
{
    /// <summary>Gets or sets how far ahead purchases count.</summary>
    /// <value>365 days. Above 0 and at most 100 years, or <see cref="Duration.Forever"/>, which needs a <see cref="DiscountRate"/>.</value>
    public Duration Horizon { get; set; } = Duration.Days(365);

    /// <summary>Gets or sets how much less later money is worth.</summary>
    /// <value>10 % a year: 1.10 in a year is worth 1.00 today. At most 100 % a year.</value>
    public DiscountRate DiscountRate { get; set; } = DiscountRate.Annual(0.10);

    /// <summary>Gets or sets which model of when customers buy is taken, and how it is fitted.</summary>
    /// <value>The defaults of <see cref="PurchaseModelOptions"/>.</value>
    [Required]
    [ValidateObjectMembers(typeof(PurchaseModelOptionsValidator))]
    public PurchaseModelOptions Purchases { get; set; } = new();

    /// <summary>Gets or sets how the model of what customers spend is fitted.</summary>
    /// <value>The defaults of <see cref="GammaGammaOptions"/>.</value>
    [Required]
    [ValidateObjectMembers(typeof(GammaGammaOptionsValidator))]
    public GammaGammaOptions Spend { get; set; } = new();
}
