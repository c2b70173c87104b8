namespace CustomerInsight.Matching;

/// <summary>
/// Links each record of a duplicate-free source to at most one of another, for matching lists against each other: registers, master data, an order file and a
/// customer file.
/// </summary>
/// <remarks>
/// <para>In a component of records of two duplicate-free sources, the links are those whose weights add up to the most (<see cref="IsOptimal"/>), as long as
/// neither side has more than 300 records. Anywhere else, as with three sources, whose best assignment is NP-hard, links are taken the heaviest first, each that keeps
/// the constraints: at most one record of each such source in a cluster, and the others of the problem. Records of other sources join by single linkage.</para>
/// <para>Cost: O(pairs · log pairs), and cubic in the records of a component that is assigned as a whole.</para>
/// <para>Source: linear sum assignment in record linkage after Jaro, "Advances in record-linkage methodology", JASA 84, 1989; solved by shortest
/// augmenting paths (Jonker and Volgenant, Computing 38, 1987).</para>
/// </remarks>
/// <threadsafety>Safe from many threads, each with a problem of its own.</threadsafety>
public sealed class OneToOne : IClusterer
{
    private const int MostOptimal = 300;

    /// <summary>Gets a value indicating whether components of two sources are assigned as a whole, for the most weight in all; else the heaviest link comes first everywhere.</summary>
    /// <value>True.</value>
    public bool IsOptimal { get; init; } = true;

    /// <inheritdoc/>
    public Clustering Cluster(ClusterProblem problem, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(problem);
        problem.Check();
        var clusters = new ConstrainedClusters(problem);
        List<NodePair> contradictions = clusters.JoinAsserted();
        var components = PairComponents.Of(problem, clusters);
        for (int component = 0; component < components.Count; component++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            NodeLink[] links = [.. components.Pairs(component).ToArray().Where(pair => pair.Weight >= problem.LinkWeight)
                .OrderByDescending(static pair => pair.Weight).ThenBy(static pair => pair.Left).ThenBy(static pair => pair.Right)];
            if (IsOptimal && TwoSided.Of(problem, clusters, components.Roots(component), MostOptimal) is { } sides)
            {
                Join(clusters, sides.Heaviest(links, clusters));
            }

            Join(clusters, links);
        }

        return clusters.Finish(contradictions);
    }

    private static void Join(ConstrainedClusters clusters, IEnumerable<NodeLink> links)
    {
        foreach (NodeLink link in links)
        {
            int left = clusters.Root(link.Left);
            int right = clusters.Root(link.Right);
            if (left != right && clusters.Between(left, right) is null)
            {
                clusters.Join(left, right);
            }
        }
    }
}
