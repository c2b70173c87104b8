namespace CustomerInsight.Matching;

/// <summary>
/// Joins clusters, the surest first, as long as the evidence of the two whole clusters is enough and no constraint speaks against it. The default.
/// </summary>
/// <remarks>
/// <para>The evidence between two clusters is the mean odds of all pairs across them: log2(Σ 2^w / (|A|·|B|)) bits. It is the odds that two records, one
/// drawn from each, are one entity. Of two records it is their pair's weight; where two groups of ten hang together by one pair
/// only, that pair must weigh log2(100) = 6.6 bits more than a link between two records, and the bridge is cut else. A pair that is not given counts as nothing.</para>
/// <para>Inside a connected component of at most <see cref="ClusterProblem.LargestCluster"/> contents, and 200, pairs that no blocking rule brought
/// together are weighed too, where <see cref="ClusterProblem.Weigh"/> can; below −10 bits they count as nothing.</para>
/// <para>What fits two groups equally well that a rule, or an identifier of which an entity has few, keeps apart joins neither.</para>
/// <para>What a person said is one entity is joined first. A cluster that has grown over the largest size takes in what it would be joined with, and is left
/// to be quarantined.</para>
/// <para>Cost: O(pairs · log² pairs), and at most 19,900 weights a component. Ties are decided by the lowest contents.</para>
/// <para>Source: agglomerative clustering by average linkage (Sokal and Michener, "A statistical method for evaluating systematic relationships",
/// 1958), here over odds; it is greedy for the correlation clustering of Bansal, Blum and Chawla, "Correlation Clustering", Machine Learning 56, 2004.</para>
/// </remarks>
/// <threadsafety>Safe from many threads, each with a problem of its own.</threadsafety>
public sealed class AverageLinkage : IClusterer
{
    /// <inheritdoc/>
    public Clustering Cluster(ClusterProblem problem, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(problem);
        problem.Check();
        var clusters = new ConstrainedClusters(problem);
        List<NodePair> contradictions = clusters.JoinAsserted();
        var components = PairComponents.Of(problem, clusters);
        var linkage = new OddsLinkage(problem, clusters);
        for (int component = 0; component < components.Count; component++)
        {
            if ((component & 0x3FF) == 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
            }

            linkage.Run(components.Roots(component), components.Pairs(component), cancellationToken);
        }

        return clusters.Finish(contradictions);
    }
}
