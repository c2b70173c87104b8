namespace CustomerInsight.Matching;

/// <summary>Everything that links join, directly or through others, is one cluster.</summary>
/// <remarks>
/// Union–find with path halving; O(links · α(nodes)).
/// <para>Source: Tarjan and van Leeuwen, "Worst-case analysis of set union algorithms", JACM 31(2), 1984.</para>
/// </remarks>
/// <threadsafety>Safe from many threads.</threadsafety>
public sealed class ConnectedComponents : IClusterer
{
    /// <inheritdoc/>
    public int[] Cluster(int nodes, IReadOnlyList<NodeLink> links)
    {
        ArgumentNullException.ThrowIfNull(links);
        int[] parent = [.. Enumerable.Range(0, nodes)];
        foreach (NodeLink link in links)
        {
            int left = Root(parent, link.Left);
            int right = Root(parent, link.Right);
            parent[Math.Max(left, right)] = Math.Min(left, right);
        }

        for (int node = 0; node < nodes; node++)
        {
            parent[node] = Root(parent, node);
        }

        return parent;
    }

    private static int Root(int[] parent, int node)
    {
        while (parent[node] != node)
        {
            parent[node] = parent[parent[node]];
            node = parent[node];
        }

        return node;
    }
}
