namespace CustomerInsight.Matching;

/// <summary>Puts what matching knows into a problem for a clusterer, and checks what comes back.</summary>
internal static class ProblemAssembly
{
    public static ClusterProblem Make(StandardizedTable table, MatchNodes nodes, ScoredPairs pairs, RecordConstraints constraints, MatchDesign design, IMatchModel model, PairWorker worker, double linkWeight, int largestCluster)
    {
        var links = new NodeLink[pairs.Count];
        for (int i = 0; i < links.Length; i++)
        {
            ScoredLink pair = pairs.Nodes[i];
            links[i] = new NodeLink(pair.Left, pair.Right, pair.MatchRule == PairRules.None ? pair.Weight : double.PositiveInfinity);
        }

        IReadOnlySet<Identifier> hubs = (model as MatchModel)?.HubIdentifiers ?? new HashSet<Identifier>();
        (ValueList<ClaimKind> Kinds, IReadOnlyList<ValueList<NodeClaim>> Claims)? claims = ClaimTable.Of(table, nodes, constraints, design.Identifiers, hubs);
        return new ClusterProblem
        {
            Nodes = nodes.Count,
            Pairs = links,
            LinkWeight = linkWeight,
            LargestCluster = largestCluster,
            MustLink = Asserted(constraints.Same, nodes),
            CannotLink = Asserted(constraints.Different, nodes),
            ClaimKinds = claims?.Kinds ?? default,
            Claims = claims?.Claims,
            Forbids = worker.MayForbid ? (left, right) => worker.NoMatch(left, right, linkWeight) : null,
            Weigh = worker.Weigh,
        };
    }

    /// <summary>Refuses labels that break the contract.</summary>
    public static void Check(Clustering clustering, ClusterProblem problem, IClusterer clusterer)
    {
        if (clustering.Labels.Count != problem.Nodes || clustering.Labels.Any(label => label < 0 || label >= problem.Nodes))
        {
            throw new InvalidOperationException($"{clusterer.GetType().Name} gave {clustering.Labels.Count} labels for {problem.Nodes} contents, or a label outside 0 to {problem.Nodes - 1}. A label is the number of the lowest content of the cluster.");
        }
    }

    /// <summary>
    /// How many constraints a clusterer did not keep, where the plain ones look at none: "different" assertions, limits of claims, and pairs that were
    /// compared and that a rule keeps apart. What is too large will not be joined; a person's "same" outranks claims and rules in its cluster.
    /// </summary>
    public static long Broken(Clustering clustering, ClusterProblem problem)
    {
        ValueList<int> labels = clustering.Labels;
        int[] sizes = new int[problem.Nodes];
        foreach (int label in labels)
        {
            sizes[label]++;
        }

        bool Joined(int left, int right) => labels[left] == labels[right] && sizes[labels[left]] <= problem.LargestCluster;
        HashSet<int> asserted = [.. problem.MustLink.Where(pair => Joined(pair.Left, pair.Right)).Select(pair => labels[pair.Left])];
        long broken = problem.CannotLink.Count(pair => Joined(pair.Left, pair.Right));
        if (problem.Forbids is { } forbids)
        {
            broken += problem.Pairs.LongCount(pair => Joined(pair.Left, pair.Right) && !asserted.Contains(labels[pair.Left]) && forbids(pair.Left, pair.Right) is not null);
        }

        if (problem.Claims is { } claims)
        {
            broken += Enumerable.Range(0, problem.Nodes)
                .Where(node => sizes[labels[node]] <= problem.LargestCluster && !asserted.Contains(labels[node]))
                .SelectMany(node => claims[node].Distinct().Select(claim => (Cluster: labels[node], Node: node, Claim: claim)))
                .GroupBy(static entry => (entry.Cluster, entry.Claim.Kind))
                .LongCount(group => group.Select(static entry => entry.Claim.Value).Distinct().Count() is int held
                    && held > problem.ClaimKinds[group.Key.Kind].Most && held > group.GroupBy(static entry => entry.Node).Max(static node => node.Count()));
        }

        return broken;
    }

    /// <summary>Asserted pairs of records as nodes: each asserted record is a node of its own.</summary>
    private static NodePair[] Asserted(IReadOnlyList<NodePair> records, MatchNodes nodes) =>
        [.. records.Select(pair => new NodePair(nodes.NodeOf(pair.Left), nodes.NodeOf(pair.Right)))];
}
