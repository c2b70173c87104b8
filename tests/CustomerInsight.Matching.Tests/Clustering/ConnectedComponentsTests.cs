namespace CustomerInsight.Matching.Tests;

public class ConnectedComponentsTests
{
    private static readonly Gen<(int Nodes, NodeLink[] Links)> Graphs = Gen.Choose(1, 40).SelectMany(nodes =>
        Gen.Choose(0, nodes - 1).Two().Select(pair => new NodeLink(Math.Min(pair.Item1, pair.Item2), Math.Max(pair.Item1, pair.Item2), 1)).ArrayOf().Select(links => (nodes, links)));

    [Fact]
    public void Cluster_AnyGraph_AgreesWithSpreadingLabels() =>
        Prop.ForAll(Graphs.ToArbitrary(), graph => new ConnectedComponents().Cluster(graph.Nodes, graph.Links).SequenceEqual(Spread(graph.Nodes, graph.Links))).Check(Quick.Tests(500));

    [Fact]
    public void Cluster_LinksInAnotherOrder_GivesTheSame() =>
        Prop.ForAll(Graphs.ToArbitrary(), graph => new ConnectedComponents().Cluster(graph.Nodes, graph.Links).SequenceEqual(new ConnectedComponents().Cluster(graph.Nodes, [.. graph.Links.Reverse()]))).Check(Quick.Tests(200));

    [Fact]
    public void Cluster_AChainOfAMillion_IsOneCluster()
    {
        NodeLink[] chain = [.. Enumerable.Range(0, 999_999).Select(i => new NodeLink(i, i + 1, 1))];

        Assert.All(new ConnectedComponents().Cluster(1_000_000, chain).Where((_, i) => i % 1000 == 0), label => Assert.Equal(0, label));
    }

    private static int[] Spread(int nodes, NodeLink[] links)
    {
        int[] labels = [.. Enumerable.Range(0, nodes)];
        for (bool changed = true; changed;)
        {
            changed = false;
            foreach (NodeLink link in links)
            {
                int least = Math.Min(labels[link.Left], labels[link.Right]);
                changed |= labels[link.Left] != least || labels[link.Right] != least;
                labels[link.Left] = labels[link.Right] = least;
            }
        }

        return labels;
    }
}
