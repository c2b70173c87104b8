namespace CustomerInsight.Matching;

/// <summary>Turns links between nodes into clusters and links of records.</summary>
internal sealed class ClusterAssembly(MatchNodes nodes, MatchingOptions options, Func<int, (double Weight, bool Together)> identical, Func<int, int, double> weigh)
{
    public IReadOnlyList<RecordCluster> Clusters { get; private set; } = [];

    /// <summary>For each node the number of what it was joined with: its own in a quarantined cluster.</summary>
    public ValueList<int> Labels { get; private set; }

    public IReadOnlyList<RecordCluster> Quarantined { get; private set; } = [];

    public IReadOnlyList<MatchLink> Links { get; private set; } = [];

    public IReadOnlyList<MatchVeto> Vetoes { get; private set; } = [];

    public void Assemble(Clustering clustering, ClusterProblem problem, ScoredPairs pairs, BlockingPlan plan, ValueList<MatchRule> rules)
    {
        ValueList<int> labels = clustering.Labels;
        bool[] quarantined = Oversized(labels);
        var clusters = new List<RecordCluster>();
        var tooLarge = new List<RecordCluster>();
        var links = new List<MatchLink>();
        int[] order = NodesByLabel.Of(labels);
        for (int from = 0, to; from < order.Length; from = to)
        {
            int label = labels[order[from]];
            to = from + 1;
            while (to < order.Length && labels[order[to]] == label)
            {
                to++;
            }

            Place(order.AsSpan(from..to), quarantined[label], clusters, tooLarge, links);
        }

        HashSet<NodePair> asserted = [.. problem.MustLink];
        foreach (NodePair pair in asserted.Where(pair => Joined(pair.Left, pair.Right)))
        {
            AddLink(pair.Left, pair.Right, weigh(pair.Left, pair.Right), MatchLink.Asserted);
        }

        foreach (ScoredLink pair in pairs.Nodes)
        {
            if (pair.IsAccepted(problem.LinkWeight) && Joined(pair.Left, pair.Right) && !asserted.Contains(new NodePair(pair.Left, pair.Right)))
            {
                string rule = pair.MatchRule == PairRules.None ? plan.Used[pair.Rule].Rule : rules[pair.MatchRule].Name;
                AddLink(pair.Left, pair.Right, pair.Weight, rule);
                if (nodes.Mode == LinkMode.LinkOnly)
                {
                    AddCopies(pair, rule, links);
                }
            }
        }

        Labels = ValueList.From(labels.Select((label, node) => quarantined[label] ? node : label));
        clusters.Sort(static (one, other) => one.Records[0].CompareTo(other.Records[0]));
        tooLarge.Sort(static (one, other) => one.Records[0].CompareTo(other.Records[0]));
        links.Sort(static (one, other) => (one.Left, one.Right, one.Weight).CompareTo((other.Left, other.Right, other.Weight)));
        Clusters = clusters;
        Quarantined = tooLarge;
        Links = links;
        Vetoes = [.. clustering.Apart.Select(Veto).OrderBy(static veto => veto.Left).ThenBy(static veto => veto.Right)];

        bool Joined(int left, int right) => labels[left] == labels[right] && !quarantined[labels[left]];

        void AddLink(int left, int right, double weight, string rule)
        {
            (int first, int second) = Records(left, right);
            links.Add(new MatchLink(first, second, weight, rule));
        }
    }

    /// <summary>Where only sources link, copies inside one source link by way of the other, not with each other.</summary>
    private void AddCopies(ScoredLink pair, string rule, List<MatchLink> links)
    {
        foreach ((int node, int other) in new[] { (pair.Left, pair.Right), (pair.Right, pair.Left) })
        {
            int partner = nodes.Representative(other);
            foreach (int copy in nodes.Records(node)[1..])
            {
                links.Add(new MatchLink(Math.Min(copy, partner), Math.Max(copy, partner), pair.Weight, rule));
            }
        }
    }

    private MatchVeto Veto(KeptApart apart)
    {
        (int left, int right) = Records(apart.Left, apart.Right);
        // A rule that would link outweighs everything in the problem; here stands what the model says.
        double weight = double.IsPositiveInfinity(apart.Weight) ? weigh(apart.Left, apart.Right) : apart.Weight;
        return new MatchVeto(left, right, weight, apart.Reason, apart.Rule);
    }

    private (int Left, int Right) Records(int left, int right)
    {
        int first = nodes.Representative(left);
        int second = nodes.Representative(right);
        return first < second ? (first, second) : (second, first);
    }

    private void Place(ReadOnlySpan<int> members, bool quarantined, List<RecordCluster> clusters, List<RecordCluster> tooLarge, List<MatchLink> links)
    {
        if (quarantined)
        {
            tooLarge.Add(Together(members));
        }

        bool linked = members.Length > 1 && !quarantined;
        if (linked)
        {
            clusters.Add(Together(members));
        }

        foreach (int node in members)
        {
            ReadOnlySpan<int> records = nodes.Records(node);
            (double weight, bool together) = records.Length > 1 ? identical(node) : (0, true);
            for (int i = 1; i < records.Length && (together || linked) && nodes.Mode != LinkMode.LinkOnly; i++)
            {
                links.Add(new MatchLink(records[0], records[i], weight, MatchLink.IdenticalContent));
            }

            if (!linked)
            {
                AddNode(records, together, clusters);
            }
        }
    }

    private static void AddNode(ReadOnlySpan<int> records, bool together, List<RecordCluster> clusters)
    {
        if (together)
        {
            clusters.Add(new RecordCluster(ValueList.Create(records)));
            return;
        }

        foreach (int record in records)
        {
            clusters.Add(new RecordCluster([record]));
        }
    }

    private RecordCluster Together(ReadOnlySpan<int> members)
    {
        var records = new List<int>();
        foreach (int node in members)
        {
            records.AddRange(nodes.Records(node));
        }

        records.Sort();
        return new RecordCluster(ValueList.From(records));
    }

    private bool[] Oversized(ValueList<int> labels)
    {
        int[] sizes = new int[labels.Count];
        foreach (int label in labels)
        {
            sizes[label]++;
        }

        return [.. sizes.Select(size => size > options.LargestCluster)];
    }
}
