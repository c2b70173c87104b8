using System.ComponentModel.DataAnnotations;

namespace CustomerInsight.Models;

/// <summary>From which drift on a person is told.</summary>
public sealed class DriftOptions
{
    /// <summary>Gets or sets from which population stability index on there is a warning.</summary>
    /// <value>0.1. From 0 to 100.</value>
    [Range(0.0, 100.0)]
    public double Warning { get; set; } = 0.1;

    /// <summary>Gets or sets from which population stability index on there is an alert.</summary>
    /// <value>0.25. From <see cref="Warning"/> to 100.</value>
    [Range(0.0, 100.0)]
    public double Alert { get; set; } = 0.25;

    /// <summary>Gets or sets from which change on in the share of missing values there is a warning.</summary>
    /// <value>0.05. From 0 to 1.</value>
    [Range(0.0, 1.0)]
    public double MissingWarning { get; set; } = 0.05;

    /// <summary>Gets or sets from which change on in the share of missing values there is an alert.</summary>
    /// <value>0.2. From <see cref="MissingWarning"/> to 1.</value>
    [Range(0.0, 1.0)]
    public double MissingAlert { get; set; } = 0.2;

    /// <summary>Gets or sets how often chance alone may raise a level: a drift that chance gives more often is none, however large it is, as of few rows.</summary>
    /// <value>0.01. From 0.000001 to 0.5.</value>
    [Range(0.000001, 0.5)]
    public double ChanceLevel { get; set; } = 0.01;
}
