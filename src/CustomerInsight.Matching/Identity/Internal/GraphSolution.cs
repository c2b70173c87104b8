namespace CustomerInsight.Matching;

/// <summary>How the records of a part of the graph go together.</summary>
/// <param name="Clusters">A partition of the live records, each cluster in canonical order; by their first records.</param>
/// <param name="Nodes">The nodes, by their first records.</param>
/// <param name="Clustering">What the clusterer made of the nodes; null where there was one alone.</param>
/// <param name="Quarantined">The records of clusters that were too large and were not joined.</param>
internal sealed record GraphSolution(List<LiveRecord[]> Clusters, List<GraphNode> Nodes, Clustering? Clustering, List<LiveRecord[]> Quarantined)
{
    public static GraphSolution Empty { get; } = new([], [], null, []);
}
