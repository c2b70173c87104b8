namespace CustomerInsight.Models;

/// <summary>A candidate group in a file, which must name all of its numbers.</summary>
internal sealed class HdbscanClusterEntry
{
    public required int Parent { get; init; }

    public required double Birth { get; init; }

    public required double Death { get; init; }

    public required double Stability { get; init; }

    public required int Group { get; init; }

    public static HdbscanClusterEntry From(HdbscanCluster cluster) =>
        new() { Parent = cluster.Parent, Birth = cluster.Birth, Death = cluster.Death, Stability = cluster.Stability, Group = cluster.Group };

    public HdbscanCluster ToCluster() => new(Parent, Birth, Death, Stability, Group);
}
