namespace CustomerInsight.Models.Tests;

public sealed class LogRankTestTests
{
    [SharedFact]
    public void Waltons_EachTestOfTheFamily_IsTheReference()
    {
        Check(122.249125573, LogRankWeights.LogRank);
        Check(139.647866132, LogRankWeights.Wilcoxon);
        Check(133.881079794, LogRankWeights.TaroneWare);
        Check(143.780009731, LogRankWeights.PetoPeto);
        Check(45.034706501, LogRankWeights.FlemingHarrington(1, 1));
        Check(122.249125573, LogRankWeights.FlemingHarrington(0, 0));
        CloseTo.Relative(2.036e-28, LogRankTest.Of(SurvivalSets.Waltons, SurvivalSets.WaltonsGroups).PValue, 1e-3);

        static void Check(double expected, LogRankWeights weights) =>
            Assert.Equal(expected, LogRankTest.Of(SurvivalSets.Waltons, SurvivalSets.WaltonsGroups, weights).ChiSquared, 1e-8);
    }

    [SharedFact]
    public void LeukemiaAndLung_LogRank_IsRs()
    {
        LogRankTest leukemia = LogRankTest.Of(SurvivalSets.Leukemia, SurvivalSets.LeukemiaGroups);
        Assert.Equal(16.792940989217, leukemia.ChiSquared, 1e-9);
        CloseTo.Relative(4.16881e-05, leukemia.PValue, 1e-6);
        SurvivalTimes lung = SurvivalSets.Lung(out string[] sex, out string[] ecog);
        LogRankTest bySex = LogRankTest.Of(lung, sex);
        Assert.Equal(10.326741954886, bySex.ChiSquared, 1e-9);
        CloseTo.Relative(0.00131116452, bySex.PValue, 1e-8);
        int[] known = [.. Enumerable.Range(0, lung.Count).Where(row => ecog[row].Length > 0)];
        LogRankTest byEcog = LogRankTest.Of(lung.Take(known), [.. known.Select(row => ecog[row])]);
        Assert.Equal(21.9621316825, byEcog.ChiSquared, 1e-9);
        Assert.Equal(3, byEcog.DegreesOfFreedom);
    }

    [Fact]
    public void Of_TwoGroupsOfAnyTimes_IsTheSumOfDifferencesOverTheirScatter() => Prop.ForAll(
        (from rows in Gen.Choose(4, 80) from seed in Gen.Choose(0, 1_000_000) from entries in Gen.Elements(false, true) select (rows, (ulong)seed, entries)).ToArbitrary(),
        data =>
        {
            SurvivalTimes times = SurvivalSets.Random(data.rows, data.Item2, data.entries);
            string[] groups = [.. Enumerable.Range(0, data.rows).Select(static row => row % 3 == 0 ? "a" : "b")];
            string[] strata = [.. Enumerable.Range(0, data.rows).Select(static row => row % 2 == 0 ? "x" : "y")];
            double difference = 0;
            double variance = 0;
            foreach (string stratum in new[] { "x", "y" })
            {
                int[] rows = [.. Enumerable.Range(0, data.rows).Where(row => strata[row] == stratum)];
                foreach (double time in rows.Where(row => times.Ends[row] != 0).Select(row => times.Exits[row]).Distinct())
                {
                    int[] risk = [.. rows.Where(row => times.Exits[row] >= time && (!data.entries || times.Entries[row] < time))];
                    int[] events = [.. risk.Where(row => times.Exits[row] == time && times.Ends[row] != 0)];
                    double n = risk.Length;
                    double own = risk.Count(row => groups[row] == "a");
                    difference += events.Count(row => groups[row] == "a") - (events.Length * own / n);
                    variance += n > 1 ? events.Length * (own / n) * (1 - (own / n)) * (n - events.Length) / (n - 1) : 0;
                }
            }

            LogRankTest test = LogRankTest.Of(times, groups, strata: strata);
            Assert.Equal(variance > 1e-12 ? difference * difference / variance : 0, test.ChiSquared, 1e-8);
            Assert.Equal(test.Groups.Sum(static group => group.Observed), test.Groups.Sum(static group => group.Expected), 1e-9);
        }).Check(Quick.Tests(200));

    [Fact]
    public void Of_WeightsOfAnySize_GrowsInProportionToThem()
    {
        double[] exits = [.. Enumerable.Range(0, 200).Select(static row => 1.0 + (row * 13 % 40))];
        bool[] events = [.. Enumerable.Range(0, 200).Select(static row => row % 3 != 0)];
        string[] groups = [.. Enumerable.Range(0, 200).Select(static row => row * 13 % 40 < 20 == (row % 5 < 3) ? "a" : "b")];
        foreach (LogRankWeights kind in new[] { LogRankWeights.LogRank, LogRankWeights.Wilcoxon, LogRankWeights.TaroneWare, LogRankWeights.PetoPeto, LogRankWeights.FlemingHarrington(1, 1) })
        {
            double one = LogRankTest.Of(SurvivalTimes.Create(exits, events), groups, kind).ChiSquared;
            foreach (double weight in new[] { 0.5, 0.01, 1e-6, 12.5 })
            {
                CloseTo.Relative(weight * one, LogRankTest.Of(SurvivalTimes.Create(exits, events, weights: [.. exits.Select(_ => weight)]), groups, kind).ChiSquared, 1e-9);
            }
        }
    }

    [Fact]
    public void Of_WholeWeights_AreThatManyRows()
    {
        SurvivalTimes times = SurvivalSets.Random(60, 2);
        string[] groups = [.. Enumerable.Range(0, 60).Select(static row => row % 2 == 0 ? "a" : "b")];
        int[] repeated = [.. Enumerable.Range(0, 60).SelectMany(static row => Enumerable.Repeat(row, 1 + (row % 3)))];
        var weighted = SurvivalTimes.OfCauses(times.Exits.ToArray(), times.Ends.ToArray(), weights: [.. Enumerable.Range(0, 60).Select(static row => 1.0 + (row % 3))]);
        Assert.Equal(LogRankTest.Of(times.Take(repeated), [.. repeated.Select(row => groups[row])]).ChiSquared, LogRankTest.Of(weighted, groups).ChiSquared, 1e-9);
    }

    [Fact]
    public void Of_NothingToCompare_HasNoDegreesOfFreedom()
    {
        LogRankTest none = LogRankTest.Of(SurvivalTimes.Create([1, 2], [true, true]), ["a", "a"]);
        Assert.Equal((0, 0, 1), (none.ChiSquared, none.DegreesOfFreedom, none.PValue));
        LogRankTest apart = LogRankTest.Of(SurvivalTimes.Create([1, 2, 3], [false, true, true]), ["a", "b", "b"]);
        Assert.Equal(0, apart.DegreesOfFreedom);
        Assert.Contains("log-rank", none.Describe(), StringComparison.Ordinal);
    }

    [Fact]
    public void Of_GroupsUnderOtherNamesAndRowsInAnotherOrder_IsTheSame()
    {
        SurvivalTimes times = SurvivalSets.Random(300, 4, entries: true, weights: true);
        string[] groups = [.. Enumerable.Range(0, 300).Select(static row => "abc"[row % 3].ToString())];
        int[] order = SurvivalSets.Order(300, 8);
        LogRankTest test = LogRankTest.Of(times, groups, LogRankWeights.TaroneWare);
        Assert.Equal(test, LogRankTest.Of(times.Take(order), [.. order.Select(row => groups[row])], LogRankWeights.TaroneWare));
        LogRankTest renamed = LogRankTest.Of(times, [.. groups.Select(static group => group == "a" ? "z" : group)], LogRankWeights.TaroneWare);
        Assert.Equal(test.ChiSquared, renamed.ChiSquared, 1e-9);
        Assert.Equal(2, renamed.DegreesOfFreedom);
    }

    [Fact]
    public void Weights_OfNegativePowers_AreRefused() => Assert.Throws<ArgumentOutOfRangeException>(() => LogRankWeights.FlemingHarrington(-1, 0));
}
