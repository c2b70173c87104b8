using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace CustomerInsight.Models;

/// <summary>How k-means finds groups.</summary>
public sealed class KMeansOptions
{
    /// <summary>Gets or sets how many groups to find.</summary>
    /// <value>4. From 1 to 10,000.</value>
    [Range(1, 10_000)]
    public int Groups { get; set; } = 4;

    /// <summary>Gets or sets how features are scaled.</summary>
    /// <value>All standardized.</value>
    [Required]
    [ValidateObjectMembers(typeof(FeatureScalingOptionsValidator))]
    public FeatureScalingOptions Scaling { get; set; } = new();

    /// <summary>Gets or sets how centres are searched.</summary>
    /// <value><see cref="KMeansAlgorithm.Bounds"/>.</value>
    [EnumDataType(typeof(KMeansAlgorithm))]
    public KMeansAlgorithm Algorithm { get; set; } = KMeansAlgorithm.Bounds;

    /// <summary>Gets or sets from how many random starts the search begins; the best end is kept.</summary>
    /// <value>0: as many as cost little, from 200 for up to 2,000 rows to 20 for 20,000 and more. From 0 to 10,000. Not used with <see cref="Start"/>.</value>
    [Range(0, 10_000)]
    public int Starts { get; set; }

    /// <summary>Gets or sets the centres to start from: one row a group, in the units of the data, with the same features in the same order.</summary>
    /// <value>Null: starts are drawn by greedy k-means++. With it <see cref="Groups"/> and <see cref="Starts"/> are not used, and the groups keep its order.</value>
    public FeatureMatrix? Start { get; set; }

    /// <summary>Gets or sets on how many rows at most the random starts are tried; where there are more, the search over all rows goes on from the best end.</summary>
    /// <value>20,000, but at least 32 a group. From 100 to 100,000,000.</value>
    [Range(100, 100_000_000)]
    public int SampleRows { get; set; } = 20_000;

    /// <summary>Gets or sets after how many iterations (batches, with <see cref="KMeansAlgorithm.MiniBatch"/>) the search gives up.</summary>
    /// <value>300. From 1 to 1,000,000.</value>
    [Range(1, 1_000_000)]
    public int MaximumIterations { get; set; } = 300;

    /// <summary>Gets or sets when the search stops early: where the squared ways of all centres together are at most this times the features' mean variance.</summary>
    /// <value>0: only where no row changes its group any more. From 0 to 1. Not used with <see cref="KMeansAlgorithm.MiniBatch"/>.</value>
    [Range(0.0, 1.0)]
    public double Tolerance { get; set; }

    /// <summary>Gets or sets what becomes of a group that loses its last row.</summary>
    /// <value><see cref="EmptyGroupPolicy.MoveToFarthest"/>. <see cref="KMeansAlgorithm.MiniBatch"/> never moves one.</value>
    [EnumDataType(typeof(EmptyGroupPolicy))]
    public EmptyGroupPolicy EmptyGroups { get; set; } = EmptyGroupPolicy.MoveToFarthest;

    /// <summary>Gets or sets how many rows make a batch of <see cref="KMeansAlgorithm.MiniBatch"/>.</summary>
    /// <value>4,096. From 1 to 10,000,000.</value>
    [Range(1, 10_000_000)]
    public int BatchRows { get; set; } = 4_096;

    /// <summary>Gets or sets the seed of what is random.</summary>
    /// <value>1. Any number; equal seeds give equal groups.</value>
    public ulong Seed { get; set; } = 1;

    /// <summary>Gets or sets how many threads may be used. The result is the same for any number.</summary>
    /// <value>0: as many as the machine has cores. From 0 to 1,024.</value>
    [Range(0, 1024)]
    public int MaxDegreeOfParallelism { get; set; }

    internal KMeansOptions Copy()
    {
        var copy = (KMeansOptions)MemberwiseClone();
        copy.Scaling = Scaling.Copy();
        return copy;
    }
}
