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
