using System.ComponentModel.DataAnnotations;

namespace CustomerInsight.Models;

/// <summary>How the Gamma–Gamma model is fitted.</summary>
public sealed class GammaGammaOptions
{
    /// <summary>Gets or sets how many customers with a repeat purchase the fit needs at least.</summary>
    /// <value>20. From 5 to 1,000,000.</value>
    [Range(5, 1_000_000)]
    public int MinimumRepeatCustomers { get; set; } = 20;

    /// <summary>Gets or sets from which correlation of number and size of purchases the report warns; the model takes them as independent.</summary>
    /// <value>0.3. From 0 to 1.</value>
    [Range(0.0, 1.0)]
    public double WarnAtCorrelation { get; set; } = 0.3;

    /// <summary>Gets or sets after how many steps a search gives up.</summary>
    /// <value>500. From 1 to 100,000.</value>
    [Range(1, 100_000)]
    public int MaximumIterations { get; set; } = 500;
}
