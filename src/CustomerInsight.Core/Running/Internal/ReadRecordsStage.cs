namespace CustomerInsight;

/// <summary>Reads every record source, keeps one version of each record and quarantines what cannot be read.</summary>
internal sealed class ReadRecordsStage(IReadOnlyList<IRecordSource> sources) : IInsightStage
{
    public string Name => "read records";

    public InsightPhase Phase => InsightPhase.Read;

    public async ValueTask RunAsync(InsightContext context, CancellationToken cancellationToken)
    {
        var records = new List<SourceRecord>();
        foreach (IRecordSource source in sources)
        {
            records.AddRange(await ReadAsync(source, context, cancellationToken).ConfigureAwait(false));
        }

        // The canonical order makes everything after it independent of arrival.
        records.Sort(static (left, right) => left.Key.CompareTo(right.Key));
        context.Set(new ReadRecords(records));
    }

    private static async Task<IEnumerable<SourceRecord>> ReadAsync(IRecordSource source, InsightContext context, CancellationToken cancellationToken)
    {
        var tally = new SourceTally(source.Name, SourceContent.Records, context);
        var versions = new VersionSet<SourceRecord>(VersionOrder.Compare, EqualityComparer<SourceRecord>.Default);
        await foreach (RecordChange change in source.ReadAsync(SourceCursor.Start, cancellationToken).ConfigureAwait(false))
        {
            cancellationToken.ThrowIfCancellationRequested();
            tally.Row(change.Cursor);
            if (change.Rejection is { } rejection)
            {
                tally.Reject(rejection);
            }
            else if (change.Deleted is { } key && tally.Takes(key, context.Options.Tenant))
            {
                tally.Deleted += versions.Remove(key) ? 1 : 0;
            }
            else if (change.Record is { } record && tally.Takes(record.Key, record.Tenant))
            {
                versions.Add(record.Key, record);
            }
        }

        tally.Close(versions.Count, versions.Repeated, versions.Superseded);
        return versions.Winners();
    }
}
