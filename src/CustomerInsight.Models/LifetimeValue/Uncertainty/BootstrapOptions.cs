using System.ComponentModel.DataAnnotations;

namespace CustomerInsight.Models;

/// <summary>How a bootstrap draws.</summary>
public sealed class BootstrapOptions
{
    /// <summary>Gets or sets how often the customers are drawn again, and the model fitted to them.</summary>
    /// <value>200. From 10 to 100,000; 200 do for standard errors, 1,000 for the ends of intervals.</value>
    [Range(10, 100_000)]
    public int Draws { get; set; } = 200;

    /// <summary>Gets or sets how probable it is that an interval holds the truth.</summary>
    /// <value>0.95. From 0.5 to 0.999.</value>
    [Range(0.5, 0.999)]
    public double Level { get; set; } = 0.95;

    /// <summary>Gets or sets the seed of what is drawn.</summary>
    /// <value>1. Any number; equal seeds give equal results.</value>
    public ulong Seed { get; set; } = 1;

    /// <summary>Gets or sets how many threads may work; no result depends on it.</summary>
    /// <value>0, for as many as the machine has cores. From 0 to 1,024.</value>
    [Range(0, 1024)]
    public int MaxDegreeOfParallelism { get; set; }
}
