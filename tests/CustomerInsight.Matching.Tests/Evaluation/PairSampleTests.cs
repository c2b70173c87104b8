namespace CustomerInsight.Matching.Tests;

public class PairSampleTests
{
    [Fact]
    public void Draw_AnyRun_HoldsEveryPairInOneStratum() =>
        Prop.ForAll(People.Tables(60).ToArbitrary(), Gen.Choose(1, 40).ToArbitrary(), (records, size) =>
        {
            MatchResult result = Runs.Of(records).Matches()!;
            var sample = PairSample.Draw(result, size);
            return sample.Strata.Sum(static stratum => stratum.Population) == result.Pairs.Count
                && sample.Strata.All(stratum => stratum.Population == result.Pairs.LongCount(pair => Inside(stratum, pair)) && stratum.Pairs.All(pair => Inside(stratum, pair)))
                && sample.Pairs.Distinct().Count() == sample.Pairs.Count() && sample.Pairs.All(result.Pairs.Contains)
                && sample.Strata.All(static stratum => stratum.Pairs.Count >= Math.Min(2, stratum.Population))
                && sample.Pairs.Count() <= size + (4 * sample.Strata.Count);
        }).Check(Quick.Tests(15));

    [Fact]
    public void Draw_RecordsInAnotherOrder_DrawsTheSame()
    {
        SourceRecord[] records = MatchTrainerTests.Doubles(150);

        Assert.Equal(Drawn(records), Drawn([.. records.Reverse()]));
        Assert.NotEqual(Drawn(records), Drawn(records, seed: 2));

        static string[] Drawn(SourceRecord[] records, ulong seed = 1)
        {
            InsightRun run = Runs.Of(records);
            return [.. PairSample.Draw(run.Matches()!, 20, seed).Pairs.Select(pair => $"{run.Records.Records[pair.Left].Key} {run.Records.Records[pair.Right].Key}")];
        }
    }

    [Fact]
    public void Estimate_AllLabelled_IsTheTruthWithoutDoubt()
    {
        MatchResult result = Runs.Of(MatchTrainerTests.Doubles(60)).Matches()!;
        var sample = PairSample.Draw(result, 1_000_000);
        bool Truth(ScoredPair pair) => StableHash.Combine((ulong)pair.Left, (ulong)pair.Right) % 3 > 0;

        EstimatedQuality quality = sample.Estimate(pair => Truth(pair));

        Assert.Equal(result.Pairs.Count, sample.Pairs.Count());
        long found = result.Pairs.LongCount(static pair => pair.Probability >= 0.99);
        long right = result.Pairs.LongCount(pair => pair.Probability >= 0.99 && Truth(pair));
        Assert.Equal(found, quality.FoundPairs);
        Assert.Equal(right, quality.Correct, 1e-9);
        Assert.Equal((double)right / found, quality.Precision.Value, 1e-12);
        Assert.Equal(0, quality.Precision.High - quality.Precision.Low, 1e-9);
        Assert.Equal((double)right / result.Pairs.Count(Truth), quality.Recall.Value, 1e-12);
    }

    [Fact]
    public void Estimate_NothingLabelled_KnowsNothing()
    {
        EstimatedQuality quality = PairSample.Draw(Runs.Of(MatchTrainerTests.Doubles(60)).Matches()!, 30).Estimate(static _ => null);

        Assert.Equal(0.5, quality.Precision.Value, 1e-9);
        Assert.True(quality.Precision.High - quality.Precision.Low > 0.5);
    }

    /// <summary>Of many populations with known shares, the intervals hold the true precision about as often as they say.</summary>
    [Fact]
    public void Estimate_ManyPopulations_HoldsTheTruthAsOftenAsItSays()
    {
        var random = new SeededRandom(7);
        int held = 0;
        const int Trials = 400;
        for (int trial = 0; trial < Trials; trial++)
        {
            double high = 0.9 + (0.1 * random.NextDouble());
            double low = 0.3 + (0.6 * random.NextDouble());
            (SampleStratum certain, int sameCertain) = Stratum(0.99, 1, 2_000, high);
            (SampleStratum doubtful, int sameDoubtful) = Stratum(0.9, 0.99, 500, low);
            EstimatedQuality quality = new PairSample(0.9, [doubtful, certain]).Estimate(static pair => pair.Rule == "same");
            double truth = (sameCertain + sameDoubtful) / 2_500.0;
            held += quality.Precision.Low <= truth && truth <= quality.Precision.High ? 1 : 0;
        }

        Assert.InRange(held, 0.9 * Trials, Trials);

        (SampleStratum Stratum, int Same) Stratum(double from, double to, int population, double share)
        {
            bool[] truth = [.. Enumerable.Range(0, population).Select(_ => random.NextDouble() < share)];
            return (new SampleStratum(from, to, population, ValueList.From(truth.Take(60).Select(static same => new ScoredPair(0, 1, 8, same ? "same" : "different")))), truth.Count(static same => same));
        }
    }

    private static bool Inside(SampleStratum stratum, ScoredPair pair) => pair.Weight >= MatchWeight.OfProbability(stratum.From) && (pair.Weight < MatchWeight.OfProbability(stratum.To) || stratum.To == 1);
}
