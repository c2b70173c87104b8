using System.ComponentModel.DataAnnotations;

namespace CustomerInsight.Models;

/// <summary>How customers are drawn from models.</summary>
public sealed class SimulationOptions
{
    /// <summary>Gets or sets what the draws depend on: equal seeds give equal customers.</summary>
    /// <value>1. Any number.</value>
    public ulong Seed { get; set; } = 1;

    /// <summary>Gets or sets how many threads draw. It changes no result.</summary>
    /// <value>0, for as many as the machine has cores. From 0 to 1,024.</value>
    [Range(0, 1_024)]
    public int MaxDegreeOfParallelism { get; set; }
}
