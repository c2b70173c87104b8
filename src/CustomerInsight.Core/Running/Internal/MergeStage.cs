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
            profiles[cluster] = merger.Merge(new ProfileId(cluster + 1), ClusterRecords.Of(table, clusters[cluster]));
        });

        context.Profiles = profiles;
        context.Progress(Name, clusters.Count, clusters.Count);
        return ValueTask.CompletedTask;
    }
}
