using System.ComponentModel.DataAnnotations;

namespace CustomerInsight.Models;

/// <summary>How the Pareto/NBD model is fitted.</summary>
public sealed class ParetoNbdOptions
{
    /// <summary>Gets or sets the time unit in which the fitted model states its parameters.</summary>
    /// <value>Days.</value>
    [EnumDataType(typeof(TimeUnit))]
    public TimeUnit Unit { get; set; } = TimeUnit.Day;

    /// <summary>Gets or sets how many customers the fit needs at least.</summary>
    /// <value>50. From 10 to 1,000,000.</value>
    [Range(10, 1_000_000)]
    public int MinimumCustomers { get; set; } = 50;

    /// <summary>Gets or sets how many customers with a repeat purchase the fit needs at least.</summary>
    /// <value>20. From 5 to 1,000,000.</value>
    [Range(5, 1_000_000)]
    public int MinimumRepeatCustomers { get; set; } = 20;

    /// <summary>Gets or sets after how many steps a search gives up.</summary>
    /// <value>500. From 1 to 100,000.</value>
    [Range(1, 100_000)]
    public int MaximumIterations { get; set; } = 500;

    /// <summary>Gets or sets how many threads may work at the same time. The result is the same for any number.</summary>
    /// <value>0: as many as the machine has cores. From 0 to 1,024.</value>
    [Range(0, 1_024)]
    public int MaxDegreeOfParallelism { get; set; }
}
