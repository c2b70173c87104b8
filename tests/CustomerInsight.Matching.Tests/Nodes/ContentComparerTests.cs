namespace CustomerInsight.Matching.Tests;

public class ContentComparerTests
{
    [Fact]
    public void StableHashOf_TheSameContent_IsTheSameInEveryTableAndProcess()
    {
        SourceRecord record = With("1", "card");
        var alone = new ContentComparer(StandardizedTable.Of([record]), bySource: false, IdentifierPolicies.Default);
        var last = new ContentComparer(StandardizedTable.Of([People.Record("0", "a", "Zoe", "Grant", "1955-01-31"), record, With("2", "visa")]), bySource: false, IdentifierPolicies.Default);

        Assert.Equal(alone.StableHashOf(0), last.StableHashOf(1));
        Assert.True(alone.StableHashOf(0) > uint.MaxValue);
        Assert.NotEqual(last.StableHashOf(1), last.StableHashOf(2));
    }

    private static SourceRecord With(string id, string type) =>
        new(People.Schema, new RecordKey("s", id), People.Record("x", values: ["Ann", "Lee"]).Values) { Identifiers = [new(type, "shop", "77")] };
}
