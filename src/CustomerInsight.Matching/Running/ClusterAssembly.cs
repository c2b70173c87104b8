namespace CustomerInsight.Matching;

/// <summary>Turns links between nodes into clusters and links of records.</summary>
internal sealed class ClusterAssembly(MatchNodes nodes, MatchingOptions options, Func<int, (double Weight, bool Together)> identical)
{
    public IReadOnlyList<RecordCluster> Clusters { get; private set; } = [];

    public IReadOnlyList<RecordCluster> Quarantined { get; private set; } = [];

    public IReadOnlyList<MatchLink> Links { get; private set; } = [];

    public void Assemble(IClusterer clusterer, List<ScoredLink> scored, BlockingPlan plan)
    {
        NodeLink[] nodeLinks = [.. scored.Select(static link => new NodeLink(link.Left, link.Right, link.Weight)).OrderBy(static link => link.Left).ThenBy(static link => link.Right)];
        int[] labels = clusterer.Cluster(nodes.Count, nodeLinks);
        if (labels.Length != nodes.Count || labels.Any(label => label < 0 || label >= nodes.Count))
        {
            throw new InvalidOperationException($"{clusterer.GetType().Name} gave {labels.Length} labels for {nodes.Count} contents, or a label outside 0 to {nodes.Count - 1}. A label is the number of the lowest content of the cluster.");
        }

        bool[] quarantined = Oversized(labels);
        var clusters = new List<RecordCluster>();
        var tooLarge = new List<RecordCluster>();
        var links = new List<MatchLink>();
        foreach (IGrouping<int, int> group in Enumerable.Range(0, nodes.Count).GroupBy(node => labels[node]))
        {
            Place(group, quarantined[group.Key], clusters, tooLarge, links);
        }

        foreach (ScoredLink link in scored.Where(link => labels[link.Left] == labels[link.Right] && !quarantined[labels[link.Left]]))
        {
            int left = nodes.Representative(link.Left);
            int right = nodes.Representative(link.Right);
            links.Add(new MatchLink(Math.Min(left, right), Math.Max(left, right), link.Weight, plan.Used[link.Rule].Rule));
        }

        Clusters = [.. clusters.OrderBy(static cluster => cluster.Records[0])];
        Quarantined = [.. tooLarge.OrderBy(static cluster => cluster.Records[0])];
        Links = [.. links.OrderBy(static link => link.Left).ThenBy(static link => link.Right)];
    }

    private void Place(IEnumerable<int> group, bool quarantined, List<RecordCluster> clusters, List<RecordCluster> tooLarge, List<MatchLink> links)
    {
        int[] members = [.. group];
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
            for (int i = 1; i < records.Length && (together || linked); i++)
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

    private RecordCluster Together(int[] members) =>
        new(ValueList.From(members.SelectMany(node => nodes.Records(node).ToArray()).Order()));

    private bool[] Oversized(int[] labels)
    {
        int[] sizes = new int[labels.Length];
        foreach (int label in labels)
        {
            sizes[label]++;
        }

        return [.. sizes.Select(size => size > options.LargestCluster)];
    }
}
