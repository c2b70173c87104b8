using System.ComponentModel.DataAnnotations;

namespace CustomerInsight.Models;

/// <summary>How a model of contracts is fitted.</summary>
public sealed class ContractOptions
{
    /// <summary>Gets or sets which model.</summary>
    /// <value>The shifted-beta-geometric.</value>
    [EnumDataType(typeof(ContractModelKind))]
    public ContractModelKind Kind { get; set; }

    /// <summary>Gets or sets the unit of <see cref="PeriodLength"/>.</summary>
    /// <value>Years.</value>
    [EnumDataType(typeof(TimeUnit))]
    public TimeUnit PeriodUnit { get; set; } = TimeUnit.Year;

    /// <summary>Gets or sets the time from one renewal to the next, which discounting needs.</summary>
    /// <value>1. From 0.001 to 10,000.</value>
    [Range(0.001, 10_000.0)]
    public double PeriodLength { get; set; } = 1;

    /// <summary>Gets or sets how many contracts the fit needs at least.</summary>
    /// <value>50. From 10 to 1,000,000.</value>
    [Range(10, 1_000_000)]
    public int MinimumCustomers { get; set; } = 50;

    /// <summary>Gets or sets how many cancelled contracts the fit needs at least.</summary>
    /// <value>20. From 5 to 1,000,000.</value>
    [Range(5, 1_000_000)]
    public int MinimumChurned { get; set; } = 20;

    /// <summary>Gets or sets after how many steps a search gives up.</summary>
    /// <value>500. From 1 to 100,000.</value>
    [Range(1, 100_000)]
    public int MaximumIterations { get; set; } = 500;
}
