using System.ComponentModel.DataAnnotations;

namespace CustomerInsight.Models;

/// <summary>How prediction intervals are made.</summary>
public sealed class PredictionIntervalOptions
{
    /// <summary>Gets or sets how probable it is at least that what comes lies in the interval.</summary>
    /// <value>0.9. From 0.01 to 0.999.</value>
    [Range(0.01, 0.999)]
    public double Level { get; set; } = 0.9;

    /// <summary>Gets or sets how many threads may work for many customers; no result depends on it.</summary>
    /// <value>0, for as many as the machine has cores. From 0 to 1,024.</value>
    [Range(0, 1024)]
    public int MaxDegreeOfParallelism { get; set; }
}
