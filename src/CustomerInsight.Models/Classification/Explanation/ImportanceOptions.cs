using System.ComponentModel.DataAnnotations;

namespace CustomerInsight.Models;

/// <summary>How the importance of features is measured.</summary>
public sealed class ImportanceOptions
{
    /// <summary>Gets or sets how often the values of each feature are dealt out anew.</summary>
    /// <value>5. From 2 to 1,000.</value>
    [Range(2, 1000)]
    public int Repeats { get; set; } = 5;

    /// <summary>Gets or sets how often the rows are drawn again, to see how far ranks hold.</summary>
    /// <value>100. From 10 to 10,000.</value>
    [Range(10, 10_000)]
    public int Draws { get; set; } = 100;

    /// <summary>Gets or sets how many rows are used at most, chosen evenly.</summary>
    /// <value>20,000. From 10 to 10,000,000.</value>
    [Range(10, 10_000_000)]
    public int MostRows { get; set; } = 20_000;

    /// <summary>Gets or sets the seed of what is drawn.</summary>
    /// <value>1. Any number; equal seeds give equal results.</value>
    public ulong Seed { get; set; } = 1;

    /// <summary>Gets or sets how many threads may work; no result depends on it.</summary>
    /// <value>0, for as many as the machine has cores. From 0 to 1,024.</value>
    [Range(0, 1024)]
    public int MaxDegreeOfParallelism { get; set; }
}
