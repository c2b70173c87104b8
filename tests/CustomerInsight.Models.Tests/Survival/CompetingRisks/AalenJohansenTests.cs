namespace CustomerInsight.Models.Tests;

public sealed class AalenJohansenTests
{
    private static readonly Arbitrary<(int Rows, ulong Seed, bool Entries, bool Weights)> Data = (
        from rows in Gen.Choose(1, 60)
        from seed in Gen.Choose(0, 1_000_000)
        from entries in Gen.Elements(false, true)
        from weights in Gen.Elements(false, true)
        select (rows, (ulong)seed, entries, weights)).ToArbitrary();

    [Fact]
    public void Estimate_AnyTimes_AddsUpToOneAndIsTheSumOfStepsWithTheirVariance() => Prop.ForAll(Data, data =>
    {
        SurvivalTimes times = SurvivalSets.Random(data.Rows, data.Seed, data.Entries, data.Weights, causes: 3);
        CumulativeIncidence found = AalenJohansen.Estimate(times, ["a", "b", "c"]);
        foreach (double time in times.Exits.ToArray().Distinct())
        {
            Assert.Equal(1, found.Staying.At(time) + found.Causes.Sum(cause => cause.At(time).Probability), 1e-9);
            for (int cause = 1; cause <= 3; cause++)
            {
                (double probability, double variance) = ByDefinition(times, cause, time);
                Assert.Equal(probability, found.Causes[cause - 1].At(time).Probability, 1e-9);
                Assert.Equal(variance, Math.Pow(found.Causes[cause - 1].At(time).StandardError, 2), 1e-9);
            }
        }
    }).Check(Quick.Tests(150));

    [Fact]
    public void Estimate_OneCause_IsKaplanMeierTurnedRound() => Prop.ForAll(Data, data =>
    {
        SurvivalTimes times = SurvivalSets.Random(data.Rows, data.Seed, data.Entries, data.Weights);
        SurvivalEstimate curve = KaplanMeier.Estimate(times);
        CauseIncidence cause = AalenJohansen.Estimate(times, ["gone"]).Causes[0];
        foreach (SurvivalPoint point in curve.Points().Where(static point => point.Survival > 1e-9))
        {
            Assert.Equal(1 - point.Survival, cause.At(point.Time).Probability, 1e-9);
            Assert.Equal(point.StandardError, cause.At(point.Time).StandardError, 1e-7);
        }
    }).Check(Quick.Tests(150));

    [Fact]
    public void Estimate_NobodyCensored_IsTheShareWithTheErrorOfAShare()
    {
        var random = new SeededRandom(4);
        double[] exits = [.. Enumerable.Range(0, 500).Select(_ => 1.0 + random.Next(30))];
        int[] ends = [.. Enumerable.Range(0, 500).Select(_ => 1 + random.Next(2))];
        CumulativeIncidence found = AalenJohansen.Estimate(SurvivalTimes.OfCauses(exits, ends));
        for (int time = 1; time < 30; time++)
        {
            double share = Enumerable.Range(0, 500).Count(row => exits[row] <= time && ends[row] == 2) / 500.0;
            IncidencePoint point = found.Causes[1].At(time + 0.5);
            Assert.Equal(share, point.Probability, 1e-12);
            Assert.Equal(Math.Sqrt(share * (1 - share) / 500), point.StandardError, 1e-9);
            Assert.InRange(share, point.Low, point.High);
            Assert.Equal(
                Math.Log(-Math.Log(share)), (Math.Log(-Math.Log(point.Low)) + Math.Log(-Math.Log(point.High))) / 2, 1e-9);
        }

        Assert.Equal("cause 2", found.Causes[1].Name);
        Assert.Equal(500, found.Causes.Sum(static cause => cause.Events));
    }

    [Fact]
    public void ByGroup_CausesAreNamed_EvenWhereAGroupHasNone()
    {
        var times = SurvivalTimes.OfCauses([1, 2, 3, 4], [1, 2, 1, 0]);
        ValueList<IncidenceGroup> groups = AalenJohansen.ByGroup(times, ["x", "x", "y", "y"], ["voluntary", "involuntary"]);

        Assert.Equal(["x", "y"], groups.Select(static group => group.Name));
        Assert.Equal([0.5, 0.5], groups[0].Incidence.Causes.Select(static cause => cause.At(2).Probability));
        Assert.Equal(new IncidencePoint(9, 0, 0, 0, 0), groups[1].Incidence.Causes[1].At(9));
        Assert.Contains("involuntary", groups[1].Incidence.Describe(), StringComparison.Ordinal);
        Assert.Contains("\"cause\":\"voluntary\"", groups[0].Incidence.ToVegaLite(), StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => AalenJohansen.Estimate(times, ["voluntary"]));
        Assert.Throws<ArgumentOutOfRangeException>(() => AalenJohansen.Estimate(times, level: 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => groups[0].Incidence.Causes[0].At(-1));
    }

    [Fact]
    public void Estimate_RowsInAnotherOrder_IsTheSame()
    {
        SurvivalTimes times = SurvivalSets.Random(300, 6, entries: true, weights: true, causes: 2);
        Assert.Equal(AalenJohansen.Estimate(times), AalenJohansen.Estimate(times.Take(SurvivalSets.Order(300, 2))));
    }

    [Fact]
    public void LogRank_OfOneCause_TakesTheOthersAsCensored()
    {
        SurvivalTimes times = SurvivalSets.Random(200, 8, causes: 2);
        string[] groups = [.. Enumerable.Range(0, 200).Select(static row => row % 2 == 0 ? "a" : "b")];
        var recoded = SurvivalTimes.Create(times.Exits.ToArray(), [.. times.Ends.ToArray().Select(static end => end == 2)]);
        Assert.Equal(LogRankTest.Of(recoded, groups), LogRankTest.Of(times, groups, cause: 2));
        Assert.NotEqual(LogRankTest.Of(times, groups), LogRankTest.Of(times, groups, cause: 2));
    }

    // The delta method on the shares of each time, which are multinomial.
    private static (double Probability, double Variance) ByDefinition(SurvivalTimes times, int cause, double until)
    {
        var steps = new List<(double Before, double Risk, double Own, double All, double Incidence)>();
        double survival = 1;
        double incidence = 0;
        foreach (double time in times.Exits.ToArray().Distinct().Where(time => time <= until).Order())
        {
            (double risk, double own, double all) = (0, 0, 0);
            for (int row = 0; row < times.Count; row++)
            {
                double weight = times.Weights.IsEmpty ? 1 : times.Weights[row];
                risk += times.Exits[row] >= time && (times.Entries.IsEmpty || times.Entries[row] < time) ? weight : 0;
                own += times.Exits[row] == time && times.Ends[row] == cause ? weight : 0;
                all += times.Exits[row] == time && times.Ends[row] != 0 ? weight : 0;
            }

            incidence += survival * own / risk;
            steps.Add((survival, risk, own / risk, all / risk, incidence));
            survival *= Math.Abs(all - risk) < 1e-9 ? 0 : 1 - (all / risk);
        }

        double variance = 0;
        foreach ((double before, double risk, double own, double all, double at) in steps)
        {
            double later = Math.Abs(1 - all) < 1e-9 ? 0 : (incidence - at) / (1 - all);
            variance += (before * before * own * (1 - own) / risk) - (2 * before * later * own * (1 - all) / risk) + (later * later * all * (1 - all) / risk);
        }

        return (incidence, variance);
    }
}
