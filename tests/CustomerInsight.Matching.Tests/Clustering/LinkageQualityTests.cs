namespace CustomerInsight.Matching.Tests;

public class LinkageQualityTests
{
    [Fact]
    public void Of_AnyGraph_BridgesAreTheLinksWithoutWhichThereAreMoreParts() =>
        Prop.ForAll(Gen.Choose(1, int.MaxValue).ToArbitrary(), seed =>
        {
            (int records, MatchLink[] links, RecordCluster[] clusters) = Random((ulong)seed);
            LinkageQuality quality = LinkageQuality.Of(clusters, links);
            return Enumerable.Range(0, links.Length).All(i => quality.IsBridge(i)
                == (links[i].Rule != MatchLink.IdenticalContent && Parts(records, links) < Parts(records, [.. links.Where((_, j) => j != i)])));
        }).Check(Quick.Tests(500));

    [Fact]
    public void Of_AnyGraph_CountsWhatIsThere() =>
        Prop.ForAll(Gen.Choose(1, int.MaxValue).ToArbitrary(), seed =>
        {
            (_, MatchLink[] links, RecordCluster[] clusters) = Random((ulong)seed);
            LinkageQuality quality = LinkageQuality.Of(clusters, links);
            return quality.Clusters.Select(cluster => cluster.Cluster).SequenceEqual(Enumerable.Range(0, clusters.Length).Where(i => clusters[i].Records.Count > 1))
                && quality.Clusters.All(cluster => cluster.Records == clusters[cluster.Cluster].Records.Count && cluster.Contents <= cluster.Records
                    && cluster.Bridges == Enumerable.Range(0, links.Length).Count(i => quality.IsBridge(i) && clusters[cluster.Cluster].Records.Contains(links[i].Left)));
        }).Check(Quick.Tests(300));

    [Fact]
    public void Of_TwoTrianglesAndABridge_MeasuresThem()
    {
        MatchLink[] links = [Link(0, 1, 9), Link(0, 2, 8), Link(1, 2, 7), Link(2, 3, 4), Link(3, 4, 9), Link(3, 5, 9), Link(4, 5, 9), new(5, 6, 20, MatchLink.IdenticalContent)];
        RecordCluster[] clusters = [new([0, 1, 2, 3, 4, 5, 6]), new([7])];

        LinkageQuality quality = LinkageQuality.Of(clusters, links);

        Assert.Equal(new ClusterQuality(0, 7, 6, 7, 1, 4), Assert.Single(quality.Clusters));
        Assert.Equal(7 / 15.0, quality.Clusters[0].Density, 12);
        Assert.Equal([3], Enumerable.Range(0, links.Length).Where(quality.IsBridge));
    }

    [Fact]
    public void Of_CopiesOnly_IsAsDenseAsCanBe()
    {
        ClusterQuality quality = Assert.Single(LinkageQuality.Of([new([0, 1])], [new(0, 1, 20, MatchLink.IdenticalContent)]).Clusters);

        Assert.Equal((1, 0, null, 1.0), (quality.Contents, quality.Links, quality.WeakestLink, quality.Density));
    }

    [Fact]
    public void Of_AChainOfAHundredThousand_IsAllBridges()
    {
        const int Records = 100_000;
        MatchLink[] chain = [.. Enumerable.Range(0, Records - 1).Select(i => Link(i, i + 1, 5))];

        Assert.Equal(Records - 1, Assert.Single(LinkageQuality.Of([new([.. Enumerable.Range(0, Records)])], chain).Clusters).Bridges);
    }

    [Fact]
    public void Of_ALinkBetweenTwoClusters_IsRefusedWithItsPosition()
    {
        ArgumentException thrown = Assert.Throws<ArgumentException>(() => LinkageQuality.Of([new([0]), new([1])], [Link(0, 1, 3)]));

        Assert.Contains("Link 0", thrown.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => LinkageQuality.Of([new([0])], []).IsBridge(0));
    }

    private static MatchLink Link(int left, int right, double weight) => new(left, right, weight, "rule");

    private static (int Records, MatchLink[] Links, RecordCluster[] Clusters) Random(ulong seed)
    {
        var random = new SeededRandom(seed);
        int records = 2 + random.Next(12);
        var pairs = new HashSet<(int, int)>();
        var links = new List<MatchLink>();
        for (int i = 0; i < records + 2; i++)
        {
            (int left, int right) = (random.Next(records), random.Next(records));
            if (left < right && pairs.Add((left, right)))
            {
                links.Add(new MatchLink(left, right, random.Next(20), random.Next(5) == 0 ? MatchLink.IdenticalContent : "rule"));
            }
        }

        var sets = new NodeSets(records);
        links.ForEach(link => sets.Join(link.Left, link.Right));
        RecordCluster[] clusters = [.. Enumerable.Range(0, records).GroupBy(sets.Root).Select(group => new RecordCluster([.. group]))];
        return (records, [.. links], clusters);
    }

    private static int Parts(int records, MatchLink[] links)
    {
        var sets = new NodeSets(records);
        foreach (MatchLink link in links)
        {
            sets.Join(link.Left, link.Right);
        }

        return Enumerable.Range(0, records).Count(record => sets.Root(record) == record);
    }
}
