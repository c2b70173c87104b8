namespace CustomerInsight.Models.Tests;

public sealed class KaplanMeierTests
{
    private static readonly Arbitrary<(int Rows, ulong Seed, bool Entries, bool Weights)> Data = (
        from rows in Gen.Choose(0, 60)
        from seed in Gen.Choose(0, 1_000_000)
        from entries in Gen.Elements(false, true)
        from weights in Gen.Elements(false, true)
        select (rows, (ulong)seed, entries, weights)).ToArbitrary();

    [Fact]
    public void Estimate_AnyTimes_IsTheProductOfShares() => Prop.ForAll(Data, data =>
    {
        SurvivalTimes times = SurvivalSets.Random(data.Rows, data.Seed, data.Entries, data.Weights);
        SurvivalEstimate estimate = KaplanMeier.Estimate(times);
        HazardEstimate hazard = NelsonAalen.Estimate(times);
        double survival = 1;
        double greenwood = 0;
        double summed = 0;
        foreach (double time in times.Exits.ToArray().Distinct().Order())
        {
            (double atRisk, double events) = Count(times, time);
            survival *= 1 - (events / atRisk);
            greenwood += events / (atRisk * (atRisk - events));
            summed += events / atRisk;
            SurvivalPoint point = estimate.At(time);
            Assert.Equal(atRisk, point.AtRisk, 1e-9);
            Assert.Equal(events, point.Events, 1e-9);
            Assert.Equal(survival, point.Survival, 1e-9);
            Assert.Equal(summed, hazard.At(time).CumulativeHazard, 1e-9);
            if (survival > 1e-9)
            {
                Assert.Equal(survival * Math.Sqrt(greenwood), point.StandardError, 1e-9);
                Assert.InRange(point.Survival, point.Low - 1e-12, point.High + 1e-12);
            }
        }
    }).Check(Quick.Tests(300));

    [Fact]
    public void Estimate_RowsInAnotherOrder_IsTheSame() => Prop.ForAll(Data, data =>
    {
        SurvivalTimes times = SurvivalSets.Random(data.Rows, data.Seed, data.Entries, data.Weights);
        SurvivalTimes turned = times.Take(SurvivalSets.Order(data.Rows, data.Seed + 1));
        Assert.Equal(KaplanMeier.Estimate(times), KaplanMeier.Estimate(turned));
        Assert.Equal(NelsonAalen.Estimate(times, ties: true), NelsonAalen.Estimate(turned, ties: true));
    }).Check(Quick.Tests(200));

    [Fact]
    public void Estimate_WholeWeights_AreThatManyRows() => Prop.ForAll(Data, data =>
    {
        SurvivalTimes times = SurvivalSets.Random(data.Rows, data.Seed, data.Entries);
        int[] copies = [.. Enumerable.Range(0, data.Rows).Select(row => 1 + (row % 3))];
        var weighted = SurvivalTimes.OfCauses(times.Exits.ToArray(), times.Ends.ToArray(), data.Entries ? times.Entries.ToArray() : null, Array.ConvertAll(copies, static copy => (double)copy));
        SurvivalTimes repeated = times.Take([.. Enumerable.Range(0, data.Rows).SelectMany(row => Enumerable.Repeat(row, copies[row]))]);

        Assert.Equal(KaplanMeier.Estimate(repeated).Points(), KaplanMeier.Estimate(weighted).Points());
    }).Check(Quick.Tests(100));

    [Fact]
    public void Estimate_ManyDistinctTimes_IsOneMinusTheShareThatLeft()
    {
        var random = new SeededRandom(3);
        double[] exits = [.. Enumerable.Range(0, 5_000).Select(_ => Math.Exp((20 * random.NextDouble()) - 10))];
        SurvivalEstimate estimate = KaplanMeier.Estimate(SurvivalTimes.Create(exits, [.. exits.Select(static _ => true)]));
        double[] sorted = [.. exits.Order()];

        Assert.Equal(sorted, estimate.Times);
        Assert.Equal(Enumerable.Range(1, 5_000).Select(static gone => (5_000.0 - gone) / 5_000), estimate.Curve.Probabilities, static (left, right) => Math.Abs(left - right) < 1e-12);
        (double mean, double error) = estimate.RestrictedMean(sorted[^1]);
        double average = exits.Average();
        CloseTo.Relative(average, mean, 1e-10);
        CloseTo.Relative(Math.Sqrt(exits.Sum(exit => (exit - average) * (exit - average))) / 5_000, error, 1e-10);
    }

    [Theory]
    [InlineData(SurvivalInterval.Plain)]
    [InlineData(SurvivalInterval.Log)]
    [InlineData(SurvivalInterval.LogLog)]
    public void Interval_OnItsScale_IsSymmetric(SurvivalInterval interval)
    {
        SurvivalEstimate estimate = KaplanMeier.Estimate(SurvivalSets.Random(400, 5, most: 30), 0.9, interval);
        SurvivalPoint point = estimate.At(10);
        Func<double, double> scale = interval switch
        {
            SurvivalInterval.Plain => static x => x,
            SurvivalInterval.Log => Math.Log,
            _ => static x => Math.Log(-Math.Log(x)),
        };

        Assert.Equal(scale(point.Survival), (scale(point.Low) + scale(point.High)) / 2, 1e-12);
        double step = 1e-6 * point.Survival;
        double slope = (scale(point.Survival + step) - scale(point.Survival - step)) / (2 * step);
        Assert.Equal(1.6448536269514722 * point.StandardError * Math.Abs(slope), Math.Abs(scale(point.High) - scale(point.Low)) / 2, 1e-7);
    }

    [Fact]
    public void Estimate_NobodyLeft_SaysSo()
    {
        SurvivalEstimate estimate = KaplanMeier.Estimate(SurvivalTimes.Create([1, 2], [true, true]));
        SurvivalPoint last = estimate.At(2);
        Assert.Equal(0, last.Survival);
        Assert.True(double.IsNaN(last.StandardError) && double.IsNaN(last.Low) && double.IsNaN(last.High));
        Assert.DoesNotContain("NaN", estimate.Describe(), StringComparison.Ordinal);
        Assert.Contains("\"high\":null", estimate.ToVegaLite(), StringComparison.Ordinal);
    }

    [Fact]
    public void Texts_TimesThatAreNotReached_SaySo()
    {
        SurvivalEstimate one = KaplanMeier.Estimate(SurvivalTimes.Create([5], [true]));
        Assert.Equal(5, one.Median);
        Assert.Equal("1 customers, 1 events, median 5 (95 % not reached)", one.ToString());
        SurvivalEstimate few = KaplanMeier.Estimate(SurvivalTimes.Create([1, 2, 3, 4, 5, 6], [true, false, false, false, false, false]));
        Assert.Equal("6 customers, 1 events, median not reached (95 % from 1 to not reached)", few.ToString());
        Assert.Contains("median not reached", few.Curve.ToString(), StringComparison.Ordinal);
        Assert.Equal("not reached", one.MedianInterval.ToString());
        Assert.Equal("13 to not reached", new TimeInterval(13, double.PositiveInfinity).ToString());
        Assert.Contains("(nobody left)", one.At(5).ToString(), StringComparison.Ordinal);
        string groups = KaplanMeier.ByGroup(SurvivalTimes.Create([1, 2], [true, false]), ["a", "b"]).Describe();
        Assert.Contains("not reached", groups, StringComparison.Ordinal);
        Assert.DoesNotContain("Infinity", groups, StringComparison.Ordinal);
        Assert.DoesNotContain("NaN", Concordance.Harrell(SurvivalTimes.Create([], []), []).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Estimate_NoRowsOrNoEvents_StaysAtOne()
    {
        Assert.Equal(1, KaplanMeier.Estimate(SurvivalTimes.Create([], [])).Curve.At(5));
        SurvivalEstimate none = KaplanMeier.Estimate(SurvivalTimes.Create([3, 4], [false, false]));
        Assert.Equal(new SurvivalPoint(4, 1, 0, 1, 1, 0, 1, 1), none.At(4));
        Assert.Equal(double.PositiveInfinity, none.MedianInterval.High);
        Assert.Equal(new HazardPoint(9, 0, 0, 0, 0), NelsonAalen.Estimate(SurvivalTimes.Create([3, 4], [false, false])).At(9));
    }

    [Fact]
    public void Estimate_WrongArguments_AreRefused()
    {
        var times = SurvivalTimes.Create([1], [true]);
        Assert.Throws<ArgumentOutOfRangeException>(() => KaplanMeier.Estimate(times, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => KaplanMeier.Estimate(times, interval: (SurvivalInterval)9));
        Assert.Throws<ArgumentException>(() => KaplanMeier.ByGroup(times, ["a", "b"]));
        Assert.Throws<ArgumentOutOfRangeException>(() => KaplanMeier.Estimate(times).At(-1));
        Assert.Throws<ArgumentException>(() => SurvivalTimes.Create([0], [true]));
    }

    [Fact]
    public void NelsonAalen_Ties_AreOneAfterTheOther()
    {
        var times = SurvivalTimes.Create([1, 1, 1, 2], [true, true, true, false]);
        HazardEstimate together = NelsonAalen.Estimate(times);
        HazardEstimate apart = NelsonAalen.Estimate(times, ties: true);
        Assert.Equal(0.75, together.At(1).CumulativeHazard, 1e-12);
        Assert.Equal((1 / 4.0) + (1 / 3.0) + (1 / 2.0), apart.At(1).CumulativeHazard, 1e-12);
        Assert.Equal(Math.Sqrt((1 / 16.0) + (1 / 9.0) + (1 / 4.0)), apart.At(1).StandardError, 1e-12);
        Assert.Equal(0.75 / 1.5, together.RateBetween(0.5, 2), 1e-12);
    }

    private static (double AtRisk, double Events) Count(SurvivalTimes times, double time)
    {
        double atRisk = 0;
        double events = 0;
        for (int row = 0; row < times.Count; row++)
        {
            double weight = times.Weights.IsEmpty ? 1 : times.Weights[row];
            bool watched = times.Exits[row] >= time && (times.Entries.IsEmpty || times.Entries[row] < time);
            atRisk += watched ? weight : 0;
            events += times.Exits[row] == time && times.Ends[row] != 0 ? weight : 0;
        }

        return (atRisk, events);
    }
}
