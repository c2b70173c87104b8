namespace CustomerInsight.Matching;

/// <summary>Everything that accepted pairs join, directly or through others, is one cluster. Constraints are not looked at. The report counts what breaks them, of rules that keep apart the compared pairs.</summary>
/// <remarks>
/// Union–find with path halving; O(pairs · log nodes).
/// <para>Source: Tarjan and van Leeuwen, "Worst-case analysis of set union algorithms", JACM 31(2), 1984.</para>
/// </remarks>
/// <threadsafety>Safe from many threads.</threadsafety>
public sealed class ConnectedComponents : IClusterer
{
    /// <inheritdoc/>
    public Clustering Cluster(ClusterProblem problem, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(problem);
        problem.Check();
        var sets = new NodeSets(problem.Nodes);
        foreach (NodeLink pair in problem.Pairs)
        {
            if (pair.Weight >= problem.LinkWeight)
            {
                sets.Join(pair.Left, pair.Right);
            }
        }

        foreach (NodePair pair in problem.MustLink)
        {
            sets.Join(pair.Left, pair.Right);
        }

        return new Clustering(sets.Labels(), default, default);
    }
}
