namespace CustomerInsight.Matching.Tests;

public class MatchNodesTests
{
    [Theory]
    [InlineData(LinkMode.DedupeAndLink)]
    [InlineData(LinkMode.LinkOnly)]
    public void Of_AnyRecords_GroupsThoseThatSayTheSame(LinkMode mode) =>
        Prop.ForAll(People.Tables(20).ToArbitrary(), records =>
        {
            // Copies of kinds and sources of their own, in upper case, which standardizing takes away.
            SourceRecord[] all = [.. records, .. records.SelectMany((record, i) => Copies(record, i))];
            StandardizedTable table = StandardizedTable.Of(all);
            var nodes = MatchNodes.Of(table, mode);
            string[] said = [.. Enumerable.Range(0, table.Count).Select(record => Saying(table, record, mode))];
            string[] firsts = [.. said.Distinct(StringComparer.Ordinal)];

            return nodes.Count == firsts.Length && nodes.Pairs >= 0
                && Enumerable.Range(0, table.Count).All(record => nodes.NodeOf(record) == Array.IndexOf(firsts, said[record]))
                && Enumerable.Range(0, nodes.Count).All(node => nodes.Records(node).ToArray().SequenceEqual(
                    Enumerable.Range(0, table.Count).Where(record => nodes.NodeOf(record) == node)));
        }).Check(Quick.Tests(100));

    [Fact]
    public void Of_IdentifiersThatExpire_GroupsThoseOfOneTimeAlone() =>
        Prop.ForAll(People.Tables(8).ToArbitrary(), records =>
        {
            // Copies of each, seen at one moment in two zones, or at an unknown time.
            SourceRecord[] all = [.. records.SelectMany((record, i) => Enumerable.Range(0, 6).Select(copy => At(record, $"{i}-{copy}", Times[copy % 3])))];
            StandardizedTable table = StandardizedTable.Of(all);
            var policies = new IdentifierPolicies([new IdentifierPolicy("card", IdentifierStrength.Strong) { ExpiresAfterDays = 10, BlockedValues = ["1"] }]);
            var timed = MatchNodes.Of(table, identifiers: policies);
            var plain = MatchNodes.Of(table);
            bool Matters(int record) => table.Records[record].Identifiers.Any(static identifier => identifier.Value != "1");
            return Enumerable.Range(0, all.Length).All(x => Enumerable.Range(0, all.Length).All(y =>
                (timed.NodeOf(x) == timed.NodeOf(y)) == (plain.NodeOf(x) == plain.NodeOf(y) && (!Matters(x) || table.Records[x].ObservedAt == table.Records[y].ObservedAt))));
        }).Check(Quick.Tests(50));

    private static readonly DateTimeOffset?[] Times = [new(2026, 1, 1, 12, 0, 0, TimeSpan.Zero), new(2026, 1, 1, 20, 0, 0, TimeSpan.FromHours(8)), null];

    private static SourceRecord At(SourceRecord record, string id, DateTimeOffset? at) =>
        new(record.Schema, new RecordKey("a", id), record.Values) { Identifiers = record.Identifiers, ObservedAt = at };

    private static IEnumerable<SourceRecord> Copies(SourceRecord record, int i) =>
    [
        Copy(record, "a", $"copy{i}", EntityKind.Person),
        Copy(record, "b", $"copy{i}", EntityKind.Person),
        Copy(record, "a", $"firm{i}", EntityKind.Organization),
    ];

    private static SourceRecord Copy(SourceRecord record, string source, string id, EntityKind kind)
    {
        AttributeValues[] values = [.. record.Values.ToArray().Select(static values => AttributeValues.Of(values.Select(static value => value.ToUpperInvariant())))];
        return new SourceRecord(record.Schema, new RecordKey(source, id), values) { EntityKind = kind, Identifiers = record.Identifiers };
    }

    private static string Saying(StandardizedTable table, int record, LinkMode mode)
    {
        SourceRecord raw = table.Records[record];
        IEnumerable<string> values = Enumerable.Range(0, table.Schema.Attributes.Count).Select(i => string.Join(',', table.Column(i).Ids(record).ToArray()));
        string source = mode == LinkMode.DedupeAndLink ? string.Empty : raw.Key.Source;
        return string.Join('|', [source, $"{raw.EntityKind}", .. values, string.Join(',', raw.Identifiers)]);
    }
}
