using System.Text.Json;

namespace CustomerInsight.Matching.Tests;

public class BlockingAnalysisTests
{
    [Fact]
    public void Of_AnyTable_CountsPairsNewPairsAndBlocksAsByHand() =>
        Prop.ForAll(People.Tables(40).ToArbitrary(), records =>
        {
            StandardizedTable table = StandardizedTable.Of(records);
            var nodes = MatchNodes.Of(table);
            IBlockingRule[] rules = [BlockingRule.On("family_name"), BlockingRule.On("given_name"), BlockingRule.On("given_name", "city")];
            var analysis = BlockingAnalysis.Of(table, rules);
            (int Rule, int Left, int Right)[] found = [.. new CandidatePairs(nodes, rules.Select(rule => BlockIndex.Build(rule, table, nodes, 500, new ParallelOptions())))
                .Visit<object?, (int, int, int)>(static () => null, static (_, rule, left, rights, found) => found.AddRange(rights.ToArray().Select(right => (rule, left, right))), null, new ParallelOptions())];
            return analysis.Contents == nodes.Count
                && analysis.DistinctPairs == found.Length
                && analysis.Rules.Select((rule, i) => rule.NewPairs == found.Count(pair => pair.Rule == i)).All(static same => same)
                && analysis.Rules.All(static rule => rule.Gini is >= 0 and < 1 && rule.TopShare is >= 0 and <= 1 && rule.Pairs >= rule.NewPairs);
        }).Check(Quick.Tests(60));

    [Fact]
    public void Of_AHub_IsToldWithThePairsItWouldAdd()
    {
        StandardizedTable table = StandardizedTable.Of([.. Enumerable.Range(0, 30).Select(i => People.Record($"r{i}", values: [i < 20 ? "Ann" : $"Bob{i / 2}", $"Family{i}"]))]);

        var analysis = BlockingAnalysis.Of(table, [BlockingRule.On("given_name")], new MatchingOptions { LargestBlock = 10 });

        RuleAnalysis rule = Assert.Single(analysis.Rules);
        Assert.Equal((5L, 5, 1, 190L), (rule.Pairs, rule.Blocks, rule.HubBlocks, rule.HubPairs));
        Assert.Equal([20, 2, 2, 2, 2, 2], rule.LargestBlocks);
        Assert.Equal(0, rule.Gini, 12);
        Assert.Contains("1 blocks over the limit would add 190 pairs", analysis.Describe(), StringComparison.Ordinal);
        Assert.DoesNotContain("Ann", analysis.Describe(), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void ToVegaLite_Rules_AreBarsOfNewAndKnownPairs()
    {
        StandardizedTable table = StandardizedTable.Of([People.Record("1", values: ["Ann", "Lee"]), People.Record("2", values: ["Ann", "Lee", "1980-04-05"])]);

        using var chart = JsonDocument.Parse(BlockingAnalysis.Of(table, [BlockingRule.On("family_name"), BlockingRule.On("given_name")]).ToVegaLite());

        Assert.Equal([1, 0, 0, 1], chart.RootElement.GetProperty("data").GetProperty("values").EnumerateArray().Select(static row => row.GetProperty("pairs").GetInt32()));
        Assert.Equal("bar", chart.RootElement.GetProperty("mark").GetString());
    }
}
