namespace CustomerInsight.Matching;

/// <summary>Makes clusters of links. A port: a host may bring its own.</summary>
/// <remarks>Implementations are pure, deterministic, and independent of the order of the links.</remarks>
public interface IClusterer
{
    /// <summary>Makes clusters.</summary>
    /// <param name="nodes">How many distinct contents there are.</param>
    /// <param name="links">The accepted links.</param>
    /// <returns>For each content the number of its cluster: the lowest content in it.</returns>
    int[] Cluster(int nodes, IReadOnlyList<NodeLink> links);
}
