namespace CustomerInsight.Matching.Tests;

public class ClusterExplanationTests
{
    [Fact]
    public void Of_ASmallCluster_JoinsFromTheHeaviestLinkOn()
    {
        MatchLink[] links = [new(0, 5, 30, "other"), new(1, 2, 9, "a"), new(1, 3, 4, "b"), new(2, 3, 7, "c"), new(3, 4, 12, "d")];

        var explanation = ClusterExplanation.Of(new RecordCluster([1, 2, 3, 4]), links);

        Assert.Equal([new(links[4], 1, 1), new(links[1], 1, 1), new(links[3], 2, 2)], explanation.Joins);
        Assert.Equal(links[3], explanation.Weakest!.Value.Link);
        Assert.Equal(4, explanation.Links);
        Assert.Equal(4.0 / 6, explanation.Density, 1e-12);
        Assert.Contains("record 2 with 3 (c): 2 records and 2 records became one", explanation.Explain(), StringComparison.Ordinal);
    }

    /// <summary>Of a maximum spanning tree, no path between two records has a heavier lightest link: checked against widest paths by brute force.</summary>
    [Fact]
    public void Of_AnyLinks_IsAMaximumSpanningForest() =>
        Prop.ForAll(Gen.Choose(0, 6).Three().ArrayOf().ToArbitrary(), triples =>
        {
            MatchLink[] links =
            [
                .. triples.Where(static one => one.Item1 != one.Item2).Select(static one => (Left: Math.Min(one.Item1, one.Item2), Right: Math.Max(one.Item1, one.Item2), Weight: one.Item3))
                    .DistinctBy(static one => (one.Left, one.Right)).OrderBy(static one => one.Left).ThenBy(static one => one.Right).Select(static one => new MatchLink(one.Left, one.Right, one.Weight, "r")),
            ];
            var explanation = ClusterExplanation.Of(new RecordCluster([0, 1, 2, 3, 4, 5, 6]), links);
            double[,] all = Widest(links);
            double[,] tree = Widest(explanation.Joins.Select(static join => join.Link));
            return all.Cast<double>().SequenceEqual(tree.Cast<double>())
                && explanation.Joins.Select(static join => join.Link.Weight).SequenceEqual(explanation.Joins.Select(static join => join.Link.Weight).OrderDescending());
        }).Check(Quick.Tests(300));

    [Fact]
    public void ExplainCluster_AnyRun_JoinsAllRecordsOfTheCluster() =>
        Prop.ForAll(People.Tables(40).ToArbitrary(), records =>
        {
            InsightRun run = Runs.Of(records);
            MatchResult result = run.Matches()!;
            return run.Clusters.All(cluster => result.ExplainCluster(cluster.Records[^1]) is var explanation
                && explanation.Records == cluster.Records && explanation.Joins.Count == cluster.Records.Count - 1
                && explanation.Density == (cluster.Records.Count == 1 ? 1 : result.Quality.Clusters.Single(quality => run.Clusters[quality.Cluster] == cluster).Density)
                && explanation.Links == result.Links.Count(link => cluster.Records.Contains(link.Left)));
        }).Check(Quick.Tests(15));

    [Fact]
    public void ExplainCluster_ASingleRecord_HasNoJoin()
    {
        ClusterExplanation explanation = Runs.Of([People.Record("1", values: ["Ann"])]).Matches()!.ExplainCluster(0);

        Assert.Null(explanation.Weakest);
        Assert.Equal(1, explanation.Density);
    }

    private static double[,] Widest(IEnumerable<MatchLink> links)
    {
        double[,] widest = new double[7, 7];
        foreach (MatchLink link in links)
        {
            widest[link.Left, link.Right] = widest[link.Right, link.Left] = link.Weight + 1;
        }

        for (int via = 0; via < 7; via++)
        {
            for (int from = 0; from < 7; from++)
            {
                for (int to = 0; to < 7; to++)
                {
                    widest[from, to] = from == to ? 0 : Math.Max(widest[from, to], Math.Min(widest[from, via], widest[via, to]));
                }
            }
        }

        return widest;
    }
}
