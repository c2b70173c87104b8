using System.ComponentModel.DataAnnotations;

namespace CustomerInsight.Models;

/// <summary>Which covariates explain what, and how firmly they are held.</summary>
public sealed class CovariateOptions
{
    /// <summary>Gets or sets the columns that may explain how often customers buy.</summary>
    /// <value>Null, for all columns.</value>
    public IReadOnlyList<string>? RateColumns { get; set; }

    /// <summary>Gets or sets the columns that may explain when customers leave.</summary>
    /// <value>Null, for all columns.</value>
    public IReadOnlyList<string>? DropOutColumns { get; set; }

    /// <summary>Gets or sets how firmly coefficients are drawn to 0: half of it times the sum of their squares, columns scaled to a deviation of 1, is taken from the log-likelihood. The likelihood reported is without it, but standard errors and tests are no longer those of maximum likelihood.</summary>
    /// <value>0, for maximum likelihood. From 0 to 1,000,000.</value>
    [Range(0.0, 1_000_000.0)]
    public double Ridge { get; set; }
}
