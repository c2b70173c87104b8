namespace CustomerInsight.Matching;

/// <summary>Puts the records of a part of the graph into clusters, exactly as a batch run over all records does with them.</summary>
/// <remarks>The part must be closed: no accepted pair and no "same" leads out of it. Not safe from many threads.</remarks>
internal sealed class ComponentSolver(GraphModel model, IClusterer clusterer, NodeMaker maker)
{
    private readonly PairFinder _finder = new(model);
    private readonly DirectRules _rules = model.CreateRules();
    private readonly DirectIdentifiers _identifiers = new(model.Model);

    /// <summary>Finds the clusters.</summary>
    /// <param name="contents">The contents; their <see cref="LiveContent.Place"/> is changed.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public GraphSolution Solve(List<LiveContent> contents, CancellationToken cancellationToken)
    {
        List<GraphNode> nodes = maker.Nodes(contents);
        if (nodes.Count == 0)
        {
            return GraphSolution.Empty;
        }

        Clustering? clustering = nodes.Count == 1 ? null : Cluster(contents, nodes, cancellationToken);
        return Assemble(nodes, clustering);
    }

    private Clustering Cluster(List<LiveContent> contents, List<GraphNode> nodes, CancellationToken cancellationToken)
    {
        ClusterProblem problem = Problem(contents, nodes);
        Clustering clustering = clusterer.Cluster(problem, cancellationToken);
        ProblemAssembly.Check(clustering, problem, clusterer);
        return clustering;
    }

    private ClusterProblem Problem(List<LiveContent> contents, List<GraphNode> nodes)
    {
        (ValueList<ClaimKind> Kinds, IReadOnlyList<ValueList<NodeClaim>> Claims)? claims =
            ClaimTable.Of(nodes.Count, node => nodes[node].Content.Said.Identifiers, node => maker.SourcesOf(nodes[node]), ValueList.Create(maker.Sources), model.Policies, model.Hubs);
        Dictionary<LiveRecord, int>? asserted = Asserted(nodes);
        return new ClusterProblem
        {
            Nodes = nodes.Count,
            Pairs = Pairs(contents, nodes),
            LinkWeight = model.LinkWeight,
            LargestCluster = model.LargestCluster,
            MustLink = Pairs(asserted, AssertionKind.Same),
            CannotLink = Pairs(asserted, AssertionKind.Different),
            ClaimKinds = claims?.Kinds ?? default,
            Claims = claims?.Claims,
            Forbids = model.Design.NoMatchRules.Count > 0 || nodes.Exists(static node => node.Content.Said.Identifiers.Count > 0) ? (left, right) => Forbidding(nodes[left].Content.Said, nodes[right].Content.Said) : null,
            Weigh = (left, right) => _finder.Scorer.Weight(nodes[left].Content.Said, nodes[right].Content.Said),
        };
    }

    /// <summary>What keeps two apart by what they say: a rule of the design, or an identifier that both have while all else speaks against it, as in a batch run.</summary>
    private string? Forbidding(RecordContent left, RecordContent right) => _rules.NoMatch(left, right)
        ?? (_identifiers.ShareDeciding(left, right) && _finder.Scorer.Weight(left, right) < Math.Min(model.LinkWeight, IdentifierWeights.Contradicted) && (!_rules.Any || _rules.Match(left, right) == PairRules.None)
            ? MatchVeto.TwoHolders
            : null);

    /// <summary>The kept pairs between the nodes: those of their contents, and those of nodes that say the same where a blocking rule brings these together.</summary>
    private List<NodeLink> Pairs(List<LiveContent> contents, List<GraphNode> nodes)
    {
        var nodesOf = new List<int>[contents.Count];
        for (int i = 0; i < contents.Count; i++)
        {
            contents[i].Place = i;
            nodesOf[i] = [];
        }

        for (int node = 0; node < nodes.Count; node++)
        {
            nodesOf[nodes[node].Content.Place].Add(node);
        }

        var pairs = new List<NodeLink>();
        foreach (LiveContent content in contents)
        {
            List<int> own = nodesOf[content.Place];
            foreach (KeptLink link in content.Links)
            {
                int other = link.Other.Place;
                if (link.Other.Number > content.Number && other < contents.Count && ReferenceEquals(contents[other], link.Other))
                {
                    Add(own, nodesOf[other], link);
                }
            }

            if (own.Count > 1 && _finder.Self(content) is { } self)
            {
                Add(own, own, self);
            }
        }

        return pairs;

        void Add(List<int> some, List<int> others, in KeptLink link)
        {
            foreach (int left in some)
            {
                foreach (int right in others)
                {
                    if ((left < right || !ReferenceEquals(some, others)) && left != right && !maker.AreExclusive(nodes[left], nodes[right]) && model.MayMeet(nodes[left].Content.Said, nodes[right].Content.Said))
                    {
                        pairs.Add(new NodeLink(Math.Min(left, right), Math.Max(left, right), link.MatchRule == PairRules.None ? link.Weight : double.PositiveInfinity));
                    }
                }
            }
        }
    }

    /// <summary>The node of each record that a person said something about; null where there is none.</summary>
    private static Dictionary<LiveRecord, int>? Asserted(List<GraphNode> nodes)
    {
        Dictionary<LiveRecord, int>? asserted = null;
        for (int node = 0; node < nodes.Count; node++)
        {
            if (nodes[node].First.Assertions is not null)
            {
                (asserted ??= []).Add(nodes[node].First, node);
            }
        }

        return asserted;
    }

    private static List<NodePair> Pairs(Dictionary<LiveRecord, int>? asserted, AssertionKind kind)
    {
        var pairs = new HashSet<NodePair>();
        foreach ((LiveRecord record, int node) in asserted ?? [])
        {
            foreach (LiveAssertion assertion in record.Assertions!.Where(assertion => assertion.Kind == kind))
            {
                foreach (LiveRecord other in assertion.Across(record))
                {
                    if (asserted!.TryGetValue(other, out int across) && other.IsLive)
                    {
                        pairs.Add(new NodePair(Math.Min(node, across), Math.Max(node, across)));
                    }
                }
            }
        }

        return [.. pairs];
    }

    private GraphSolution Assemble(List<GraphNode> nodes, Clustering? clustering)
    {
        var clusters = new List<LiveRecord[]>();
        var quarantined = new List<LiveRecord[]>();
        if (clustering is null)
        {
            Place(nodes[0], clusters);
            return new GraphSolution(clusters, nodes, clustering, quarantined);
        }

        int[] order = NodesByLabel.Of(clustering.Labels);
        for (int from = 0, to; from < order.Length; from = to)
        {
            to = from + 1;
            while (to < order.Length && clustering.Labels[order[to]] == clustering.Labels[order[from]])
            {
                to++;
            }

            ReadOnlySpan<int> members = order.AsSpan(from..to);
            if (members.Length > 1 && members.Length <= model.LargestCluster)
            {
                clusters.Add(Together(nodes, members));
                continue;
            }

            if (members.Length > 1)
            {
                quarantined.Add(Together(nodes, members));
            }

            foreach (int node in members)
            {
                Place(nodes[node], clusters);
            }
        }

        clusters.Sort(static (left, right) => left[0].Key.CompareTo(right[0].Key));
        return new GraphSolution(clusters, nodes, clustering, quarantined);
    }

    /// <summary>Adds a node that is linked with no other: its records are together where they say enough.</summary>
    private void Place(GraphNode node, List<LiveRecord[]> clusters)
    {
        var records = new List<LiveRecord>(node.Count);
        node.AddTo(records);
        if (records.Count == 1 || model.AreCopiesTogether(node.Content, _finder.Scorer))
        {
            clusters.Add([.. records]);
        }
        else
        {
            clusters.AddRange(records.Select(static record => new[] { record }));
        }
    }

    private static LiveRecord[] Together(List<GraphNode> nodes, ReadOnlySpan<int> members)
    {
        var records = new List<LiveRecord>();
        foreach (int node in members)
        {
            nodes[node].AddTo(records);
        }

        records.Sort(static (left, right) => left.Key.CompareTo(right.Key));
        return [.. records];
    }
}
