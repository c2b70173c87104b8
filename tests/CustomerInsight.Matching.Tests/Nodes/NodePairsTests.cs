namespace CustomerInsight.Matching.Tests;

public class NodePairsTests
{
    [Theory]
    [InlineData(LinkMode.DedupeAndLink)]
    [InlineData(LinkMode.LinkOnly)]
    [InlineData(LinkMode.DedupeOnly)]
    public void Row_AnyLinkMode_GivesEachPairThatMayMeetOnce(LinkMode mode) =>
        Prop.ForAll(People.Tables(30).ToArbitrary(), records =>
        {
            var nodes = MatchNodes.Of(StandardizedTable.Of(records), mode);
            var pairs = new NodePairs(nodes);
            var found = new List<(int Left, int Right)>();
            for (int row = 0; row < nodes.Count; row++)
            {
                pairs.Row(row, (left, right) => found.Add((left, right)));
            }

            (int, int)[] expected = Definition(nodes);
            var random = new SeededRandom((ulong)records.Length);
            return found.Order().SequenceEqual(expected) && pairs.Count == expected.Length && nodes.Pairs == expected.Length
                && (expected.Length == 0 || Enumerable.Range(0, 50).All(_ => expected.Contains(pairs.Draw(random))));
        }).Check(Quick.Tests(60));

    [Fact]
    public void Draw_SourcesOfUnevenSize_IsAsLikelyToGiveEachPair()
    {
        SourceRecord[] records = [.. Enumerable.Range(0, 23).Select(i => People.Record($"r{i:00}", i < 20 ? "large" : i < 22 ? "small" : "one", $"Name{i}"))];
        var nodes = MatchNodes.Of(StandardizedTable.Of(records), LinkMode.LinkOnly);
        var pairs = new NodePairs(nodes);
        var random = new SeededRandom(7);
        const int Draws = 62_000;
        var counts = Enumerable.Range(0, Draws).Select(_ => pairs.Draw(random)).GroupBy(static pair => pair).ToDictionary(static group => group.Key, static group => group.Count());

        // 20·2 + 20·1 + 2·1 = 62 pairs, about 1,000 draws of each; five standard deviations are 160.
        Assert.Equal(Definition(nodes).Order(), counts.Keys.Order());
        Assert.All(counts.Values, count => Assert.InRange(count, 840, 1160));
    }

    [Fact]
    public void Random_OneRecordAgainstMany_CountsTheFewPairsThatMayMeet()
    {
        SourceRecord[] records = [.. Enumerable.Range(0, 5_000).Select(i => People.Record($"r{i:0000}", i == 0 ? "one" : "many", $"Name{i % 700}", $"Family{i}"))];
        StandardizedTable table = StandardizedTable.Of(records);
        var nodes = MatchNodes.Of(table, LinkMode.LinkOnly);
        var patterns = new PairPatterns(table, nodes, PeopleDesign.For(table.Schema));

        Assert.Equal(4_999, nodes.Pairs);
        Assert.Equal(4_999, patterns.Random(10_000, 1, new ParallelOptions()).Pairs);
        Assert.Equal(1_000, patterns.Random(1_000, 1, new ParallelOptions()).Pairs);
    }

    private static (int, int)[] Definition(MatchNodes nodes) =>
        [.. from left in Enumerable.Range(0, nodes.Count)
            from right in Enumerable.Range(left + 1, nodes.Count - left - 1)
            where nodes.MayMeet(left, right)
            select (left, right)];
}
