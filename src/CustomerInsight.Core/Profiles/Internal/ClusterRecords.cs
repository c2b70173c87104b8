namespace CustomerInsight;

/// <summary>Makes the records of a cluster ready to be merged.</summary>
internal static class ClusterRecords
{
    public static MergeRecord[] Of(StandardizedTable table, RecordCluster cluster) => [.. cluster.Records.Select(record => Of(table, record))];

    private static MergeRecord Of(StandardizedTable table, int record)
    {
        SourceRecord source = table.Records[record];
        var standardized = new AttributeValues[source.Schema.Attributes.Count];
        for (int i = 0; i < standardized.Length; i++)
        {
            StandardizedColumn column = table.Column(table.Schema.IndexOf(source.Schema.Attributes[i].Name));
            ReadOnlySpan<int> ids = column.Ids(record);
            standardized[i] = ids.Length switch
            {
                0 => AttributeValues.None,
                1 => column.Values[ids[0]],
                _ => AttributeValues.Of(ids.ToArray().Select(id => column.Values[id])),
            };
        }

        return new MergeRecord(source, table.TrustRanks.GetValueOrDefault(source.Key.Source), ValueList.Create<AttributeValues>(standardized));
    }
}
