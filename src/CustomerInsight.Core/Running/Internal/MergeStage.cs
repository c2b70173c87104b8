namespace CustomerInsight;

/// <summary>Makes a profile of every cluster; where nothing was matched, of every record.</summary>
internal sealed class MergeStage(IProfileMerger merger) : IInsightStage
{
    public string Name => "merge";

    public InsightPhase Phase => InsightPhase.Merge;

    public ValueTask RunAsync(InsightContext context, CancellationToken cancellationToken)
    {
        StandardizedTable table = context.Records;
        IReadOnlyList<RecordCluster> clusters = context.Clusters ??= [.. Enumerable.Range(0, table.Count).Select(static record => new RecordCluster([record]))];
        var profiles = new Profile[clusters.Count];

        // Clusters come by rising first record, so numbering them is numbering in canonical order.
        Parallel.For(0, clusters.Count, context.Parallel(cancellationToken), cluster =>
        {
            MergeRecord[] records = [.. clusters[cluster].Records.Select(record => ToMerge(table, record))];
            profiles[cluster] = merger.Merge(new ProfileId(cluster + 1), records);
        });

        context.Profiles = profiles;
        context.Progress(Name, clusters.Count, clusters.Count);
        return ValueTask.CompletedTask;
    }

    private static MergeRecord ToMerge(StandardizedTable table, int record)
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
