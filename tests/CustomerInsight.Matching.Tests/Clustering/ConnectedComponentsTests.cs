namespace CustomerInsight.Matching.Tests;

public class ConnectedComponentsTests
{
    private static readonly Gen<(int Nodes, NodeLink[] Links)> Graphs = Gen.Choose(2, 40).SelectMany(nodes =>
        Gen.Choose(0, nodes - 1).Two().Where(pair => pair.Item1 != pair.Item2).Select(pair => new NodeLink(Math.Min(pair.Item1, pair.Item2), Math.Max(pair.Item1, pair.Item2), 1)).ArrayOf().Select(links => (nodes, links)));

    [Fact]
    public void Cluster_AnyGraph_AgreesWithSpreadingLabels() =>
        Prop.ForAll(Graphs.ToArbitrary(), graph => Labels(graph.Nodes, graph.Links).SequenceEqual(Spread(graph.Nodes, graph.Links))).Check(Quick.Tests(500));

    [Fact]
    public void Cluster_LinksInAnotherOrder_GivesTheSame() =>
        Prop.ForAll(Graphs.ToArbitrary(), graph => Labels(graph.Nodes, graph.Links).SequenceEqual(Labels(graph.Nodes, [.. graph.Links.Reverse()]))).Check(Quick.Tests(200));

    [Fact]
    public void Cluster_AChainOfAMillion_IsOneCluster()
    {
        NodeLink[] chain = [.. Enumerable.Range(0, 999_999).Select(i => new NodeLink(i, i + 1, 1))];

        Assert.All(Labels(1_000_000, chain).Where((_, i) => i % 1000 == 0), label => Assert.Equal(0, label));
    }

    [Fact]
    public void Cluster_PairsThatWeighTooLittle_DoNotJoin()
    {
        var problem = new ClusterProblem { Nodes = 4, Pairs = [new(0, 1, 3), new(1, 2, 2.9)], LinkWeight = 3, MustLink = [new(2, 3)] };

        Assert.Equal([0, 0, 2, 2], new ConnectedComponents().Cluster(problem, CancellationToken.None).Labels);
    }

    private static ValueList<int> Labels(int nodes, NodeLink[] links) =>
        new ConnectedComponents().Cluster(new ClusterProblem { Nodes = nodes, Pairs = links, LinkWeight = 1 }, CancellationToken.None).Labels;

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
