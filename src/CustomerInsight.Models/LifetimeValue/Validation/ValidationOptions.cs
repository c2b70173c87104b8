using System.ComponentModel.DataAnnotations;

namespace CustomerInsight.Models;

/// <summary>What a validation of purchase models shows.</summary>
public sealed class ValidationOptions
{
    /// <summary>Gets or sets how many days a row of the tracking table has.</summary>
    /// <value>7. From 1 to 366.</value>
    [Range(1, 366)]
    public int TrackingDays { get; set; } = 7;

    /// <summary>Gets or sets from how many repeat purchases on customers are in one row of the tables by frequency.</summary>
    /// <value>7. From 1 to 100.</value>
    [Range(1, 100)]
    public int LargestRepeats { get; set; } = 7;

    /// <summary>Gets or sets how many threads work at once.</summary>
    /// <value>0: one for each core. At most 1,024. The result does not depend on it.</value>
    [Range(0, 1_024)]
    public int MaxDegreeOfParallelism { get; set; }
}
