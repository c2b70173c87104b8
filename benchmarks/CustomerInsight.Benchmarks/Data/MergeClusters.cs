using System.Globalization;
using CustomerInsight.Testing;

namespace CustomerInsight.Benchmarks;

/// <summary>Clusters of records on their way into one profile.</summary>
internal static class MergeClusters
{
    private const int SpareRecords = 1_000;

    public static MergeRecord[] Make(ClusterContent content, int size)
    {
        var options = new SyntheticOptions { Records = size + SpareRecords, Sources = [SyntheticSource.Crm] };
        SourceRecord[] records = [.. SyntheticCustomers.Generate(options).Records.Take(size)];
        if (content == ClusterContent.Identical)
        {
            SourceRecord first = records[0];
            records = [.. records.Select((_, i) => new SourceRecord(first.Schema, first.Key with { Id = i.ToString(CultureInfo.InvariantCulture) }, first.Values) { ObservedAt = first.ObservedAt })];
        }

        var table = StandardizedTable.Of(records);
        return [.. Enumerable.Range(0, table.Count).Select(record => new MergeRecord(table.Records[record], 0, Standardized(table, record)))];
    }

    private static ValueList<AttributeValues> Standardized(StandardizedTable table, int record) => ValueList.From(
        table.Records[record].Schema.Attributes.Select(attribute =>
        {
            StandardizedColumn column = table.Column(table.Schema.IndexOf(attribute.Name));
            return AttributeValues.Of(column.Ids(record).ToArray().Select(id => column.Values[id]));
        }));
}
