using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace CustomerInsight.Models;

/// <summary>How k-medoids finds groups.</summary>
public sealed class KMedoidsOptions
{
    /// <summary>Gets or sets how many groups to find.</summary>
    /// <value>4. From 1 to 1,000.</value>
    [Range(1, 1_000)]
    public int Groups { get; set; } = 4;

    /// <summary>Gets or sets how features are scaled.</summary>
    /// <value>All standardized.</value>
    [Required]
    [ValidateObjectMembers(typeof(FeatureScalingOptionsValidator))]
    public FeatureScalingOptions Scaling { get; set; } = new();

    /// <summary>Gets or sets how far apart two rows are.</summary>
    /// <value><see cref="FeatureDistance.Euclidean"/>.</value>
    [EnumDataType(typeof(FeatureDistance))]
    public FeatureDistance Distance { get; set; } = FeatureDistance.Euclidean;

    /// <summary>Gets or sets from how many random starts the search begins; the best end is kept.</summary>
    /// <value>10. From 1 to 1,000.</value>
    [Range(1, 1_000)]
    public int Starts { get; set; } = 10;

    /// <summary>Gets or sets up to how many rows the search looks at all of them; where there are more, it looks at samples of so many (CLARA).</summary>
    /// <value>5,000. From 100 to 50,000, and at least twice <see cref="Groups"/>. The cost is its square.</value>
    [Range(100, 50_000)]
    public int SampleRows { get; set; } = 5_000;

    /// <summary>Gets or sets how many samples are drawn where there are more rows than <see cref="SampleRows"/>.</summary>
    /// <value>5. From 1 to 1,000.</value>
    [Range(1, 1_000)]
    public int Samples { get; set; } = 5;

    /// <summary>Gets or sets after how many looks at all rows a search gives up.</summary>
    /// <value>100. From 1 to 100,000.</value>
    [Range(1, 100_000)]
    public int MaximumIterations { get; set; } = 100;

    /// <summary>Gets or sets the seed of what is random.</summary>
    /// <value>1. Any number; equal seeds give equal groups.</value>
    public ulong Seed { get; set; } = 1;

    /// <summary>Gets or sets how many threads may be used. The result is the same for any number.</summary>
    /// <value>0: as many as the machine has cores. From 0 to 1,024.</value>
    [Range(0, 1024)]
    public int MaxDegreeOfParallelism { get; set; }

    internal KMedoidsOptions Copy()
    {
        var copy = (KMedoidsOptions)MemberwiseClone();
        copy.Scaling = Scaling.Copy();
        return copy;
    }
}
