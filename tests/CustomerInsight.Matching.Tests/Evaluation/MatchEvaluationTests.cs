namespace CustomerInsight.Matching.Tests;

public class MatchEvaluationTests
{
    [Fact]
    public void Of_AnyRun_AgreesWithCountingEveryPairOfRecords() =>
        Prop.ForAll(People.Tables(40).ToArbitrary(), records =>
        {
            (InsightRun run, Func<RecordKey, string?> truth) = Runs.Judged(records, new MatchingOptions { KeptProbability = 0 });
            MatchResult result = run.Matches()!;
            var evaluation = MatchEvaluation.Of(result, run.Clusters, truth);
            string?[] entities = [.. run.Records.Records.Select(record => truth(record.Key))];
            (int Left, int Right)[] pairs = [.. Runs.Pairs(entities.Length).Where(pair => entities[pair.Left] is not null && entities[pair.Right] is not null)];
            (bool Compared, double Weight, bool True)[] judged =
            [
                .. pairs.Select(pair => (result.FoundBy(pair.Left, pair.Right) is not null, result.Explain(pair.Left, pair.Right).Weight, entities[pair.Left] == entities[pair.Right])),
            ];
            PairwiseQuality At(double weight) => new(
                judged.LongCount(static pair => pair.True),
                judged.LongCount(pair => pair.Compared && pair.Weight >= weight),
                judged.LongCount(pair => pair.Compared && pair.Weight >= weight && pair.True));
            return evaluation.Records == entities.Count(static entity => entity is not null)
                && evaluation.TruePairs == judged.LongCount(static pair => pair.True)
                && evaluation.ComparedTruePairs == judged.LongCount(static pair => pair.True && pair.Compared)
                && evaluation.Edges.Points.All(point => point.Quality == At(point.Weight))
                && evaluation.Edges.At(double.NegativeInfinity) == At(double.NegativeInfinity);
        }).Check(Quick.Tests(15));

    [Fact]
    public void Of_TenThousandCopies_CountsTheirPairsWithoutVisitingThem()
    {
        SourceRecord[] copies = [.. Enumerable.Range(0, 10_000).Select(i => People.Record($"r{i}", values: ["Ann", "Lee", "1980-04-05", "ann@a.com"]))];
        InsightRun run = Runs.Of(copies);

        var evaluation = MatchEvaluation.Of(run.Matches()!, run.Clusters, static key => key.Id == "r7" ? "other" : "ann");

        Assert.Equal(9_999L * 9_998 / 2, evaluation.TruePairs);
        Assert.Equal(1, evaluation.BlockingRecall);
        Assert.Equal(new PairwiseQuality(evaluation.TruePairs, 10_000L * 9_999 / 2, evaluation.TruePairs), evaluation.Edges.Best.Quality);
        Assert.Equal(10_000, evaluation.LargestCluster);
    }

    [Fact]
    public void Of_PairsUnderTheFloor_CountAsMissed()
    {
        SourceRecord[] records = MatchTrainerTests.Doubles(50);
        InsightRun run = Runs.Of(records);

        var evaluation = MatchEvaluation.Of(run.Matches()!, run.Clusters, static _ => "all one");

        Assert.Equal(100L * 99 / 2, evaluation.TruePairs);
        Assert.True(evaluation.Edges.At(double.NegativeInfinity).Recall < evaluation.BlockingRecall);
    }
}
