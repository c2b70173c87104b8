using System.Text;

namespace CustomerInsight.Models.Tests;

public sealed class RfmRuleCoverageTests
{
    private static readonly RfmSegmentRules Overlapping = new(
    [
        new("good") { Recency = new(4, null) },
        new("better") { Recency = new(5, null) },
        new("rich") { Monetary = new(5, null) },
        new("odd") { Frequency = new(2.2, 2.8) },
    ]);

    [Fact]
    public void Check_OverlapsDeadRulesAndGaps_CountsThem()
    {
        RfmRuleCoverage coverage = Overlapping.Check(new RfmBins(5));

        Assert.Equal([(50, 50), (25, 0), (25, 15), (0, 0)], coverage.Rules.Select(rule => (rule.Matches, rule.Takes)));
        Assert.Equal([false, true, false, true], coverage.Rules.Select(rule => rule.IsDead));
        Assert.Equal([new RuleOverlap(0, "good", 25)], coverage.Rules[1].Earlier);
        Assert.Equal([new RuleOverlap(0, "good", 10)], coverage.Rules[2].Earlier);
        Assert.Equal(60, coverage.Gaps.Count);
        Assert.Equal("1-1-1", coverage.Gaps[0].ToString());
        Assert.False(coverage.IsSound);
    }

    [Fact]
    public void Describe_Coverage_NamesThemAll() => Assert.Equal(
        """
        1. good (R ≥ 4): takes 50 of the 50 combinations it matches
        2. better (R ≥ 5): takes 0 of the 25 combinations it matches; it never names anybody
           25 go to 1. good before it
        3. rich (M ≥ 5): takes 15 of the 25 combinations it matches
           10 go to 1. good before it
        4. odd (2.2 ≤ F < 2.8): takes 0 of the 0 combinations it matches; it never names anybody
        60 of 125 combinations of scores have no segment, the first is 1-1-1. Add a last rule without bounds.

        """.ReplaceLineEndings(),
        Overlapping.Check(new RfmBins(5)).Describe());

    [Fact]
    public void Check_DefaultRules_AreSoundForQuintilesAndHaveNoGapsForAnyBins()
    {
        var rules = new RfmSegmentRules(RfmSegmentRules.Default);

        Assert.True(rules.Check(new RfmBins(5)).IsSound);
        for (int bins = 2; bins <= 10; bins++)
        {
            Assert.Empty(rules.Check(new RfmBins(bins, 12 - bins, 5)).Gaps);
        }

        Assert.Throws<ArgumentOutOfRangeException>(() => rules.Check(new RfmBins(1, 5, 5)));
    }

    [Fact]
    public void Check_AnyRules_TakesEveryCombinationOnceOrLeavesAGap() => Prop.ForAll(
        (from low in Gen.Choose(0, 6).ArrayOf(6) from high in Gen.Choose(0, 6).ArrayOf(6) from bins in Gen.Choose(2, 10).ArrayOf(3) select (low, high, bins)).ToArbitrary(),
        data =>
        {
            var rules = new RfmSegmentRules([.. Enumerable.Range(0, 6).Select(i => new RfmSegmentRule($"{i}") { Recency = i % 2 == 0 ? new(data.low[i], data.high[i]) : default, FrequencyAndMonetary = i % 2 == 1 ? new(data.low[i], null) : default })]);
            var bins = new RfmBins(data.bins[0], data.bins[1], data.bins[2]);
            RfmRuleCoverage coverage = rules.Check(bins);
            return coverage.Rules.Sum(rule => rule.Takes) + coverage.Gaps.Count == bins.Cells
                && coverage.Rules.All(rule => rule.Takes + rule.Earlier.Sum(earlier => earlier.Cells) == rule.Matches);
        }).Check(Quick.Tests(200));

    [Fact]
    public void Load_WhatWasSaved_AreTheSameRules()
    {
        var stream = new MemoryStream();
        new RfmSegmentRules(RfmSegmentRules.Default).Save(stream);
        stream.Position = 0;

        Assert.Equal(RfmSegmentRules.Default, RfmSegmentRules.Load(stream).Rules);
        Assert.DoesNotContain("\"monetary\"", Encoding.UTF8.GetString(stream.ToArray()), StringComparison.Ordinal);
    }

    [Fact]
    public void Load_WrittenByHand_TakesWhatIsThere()
    {
        RfmSegmentRules rules = Read("""{"name":"gold","recency":[4,null]},{"name":"rest"}""");

        Assert.Equal([new RfmSegmentRule("gold") { Recency = new(4, null) }, new RfmSegmentRule("rest")], rules.Rules);
    }

    [Theory]
    [InlineData("""{"recency":[4,null]}""", ModelFileException.Unreadable)]
    [InlineData("""{"name":" "}""", ModelFileException.ImpossibleValues)]
    [InlineData("""{"name":"a","recency":[4]}""", ModelFileException.ImpossibleValues)]
    [InlineData("null", ModelFileException.ImpossibleValues)]
    public void Load_Damaged_SaysSo(string rule, string code) => Assert.Equal(code, Assert.Throws<ModelFileException>(() => Read(rule)).Code);

    private static RfmSegmentRules Read(string rules) => RfmSegmentRules.Load(new MemoryStream(Encoding.UTF8.GetBytes(
        "{\"kind\":\"customer-insight/segment-rules\",\"version\":1,\"model\":{\"segments\":[" + rules + "]}}")));
}
