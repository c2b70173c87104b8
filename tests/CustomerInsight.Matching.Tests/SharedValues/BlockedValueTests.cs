namespace CustomerInsight.Matching.Tests;

public class BlockedValueTests
{
    private static readonly ValueList<BlockedValue> Blocked = [new("email", " Ann@A.com"), new("email", "BOB@"), new("phone", "07700 900 123"), new("city", "LEEDS")];

    [Theory]
    [InlineData(1UL)]
    [InlineData(2UL)]
    [InlineData(3UL)]
    public void Run_BlockedValues_IsTheRunWithoutThem(ulong seed)
    {
        SourceRecord[] records = People.Random(seed, 120);
        SourceRecord[] without = [.. records.Select(static record => new SourceRecord(record.Schema, record.Key, [.. record.Schema.Attributes.Select(attribute => Rest(record[attribute.Name]))]) { Identifiers = record.Identifiers })];

        MatchResult blocked = Run(records, Blocked).Matches()!;
        MatchResult plain = Run(without, []).Matches()!;

        Assert.NotEqual(Links(Run(records, []).Matches()!), Links(plain));
        Assert.Equal(Links(plain), Links(blocked));
        Assert.Equal(plain.Pairs.Select(static pair => (pair.Left, pair.Right, pair.Weight)), blocked.Pairs.Select(static pair => (pair.Left, pair.Right, pair.Weight)));

        static AttributeValues Rest(AttributeValues values) =>
            AttributeValues.Of(values.Where(static value => value is not ("ann@a.com" or "bob@a.com" or "07700900123" or "Leeds")));
    }

    [Fact]
    public void Run_BlockedValues_StayInProfilesAndAreCounted()
    {
        SourceRecord[] records = [.. Enumerable.Range(0, 20).Select(static i => People.Record($"{i}", "s", $"Name{(char)('a' + i)}", "Lee", $"19{40 + i}-01-02", i < 3 ? "info@firm.com" : $"p{i}@a.com"))];

        InsightRun run = Run(records, [new("email", "info@firm.com"), new("email", "nobody@"), new("email", "n/a"), new("shoe_size", "9")]);

        Assert.Equal(3, run.Profiles.Count(static profile => profile["email"]!.Values.Contains("info@firm.com")));
        Assert.Equal(3, run.Report.Lines.Single(static line => line.Code == "values-blocked").Count);
        Assert.Equal(3, run.Report.Lines.Single(static line => line.Code == "blocked-unused").Count);
        Assert.DoesNotContain("firm", run.Report.Describe() + new BlockedValue("email", "info@firm.com"), StringComparison.Ordinal);
    }

    private static (int Left, int Right, double Weight)[] Links(MatchResult result) => [.. result.Links.Select(static link => (link.Left, link.Right, link.Weight))];

    private static InsightRun Run(SourceRecord[] records, ValueList<BlockedValue> blocked) =>
        Runs.Of(records, stage: new MatchingStage(schema => PeopleDesign.For(schema) with { BlockedValues = blocked }));
}
