namespace CustomerInsight;

/// <summary>Reads every record source, keeps one version of each record and quarantines what cannot be read.</summary>
internal sealed class ReadRecordsStage(IReadOnlyList<IRecordSource> sources) : IInsightStage
{
    public string Name => "read records";

    public InsightPhase Phase => InsightPhase.Read;

    public async ValueTask RunAsync(InsightContext context, CancellationToken cancellationToken)
    {
        // The canonical order, by source and id, makes everything after it independent of arrival.
        var records = new Dictionary<string, SourceRecord[]>(StringComparer.Ordinal);
        foreach (IRecordSource source in sources)
        {
            records.Add(source.Name, CanonicalOrder.Sort(await ReadAsync(source, context, cancellationToken).ConfigureAwait(false)));
        }

        context.Set(new ReadRecords(records.Count == 1 ? records.Values.Single() : [.. records.Keys.Order(StringComparer.Ordinal).SelectMany(source => records[source])]));
    }

    private static async Task<SourceRecord[]> ReadAsync(IRecordSource source, InsightContext context, CancellationToken cancellationToken)
    {
        var tally = new SourceTally(source.Name, SourceContent.Records, context);
        var versions = new VersionSet<SourceRecord>(static record => record.Key.Id, VersionOrder.Compare, EqualityComparer<SourceRecord>.Default);
        await foreach (RowBatch<RecordChange> batch in ReadAhead.BatchesAsync(stop => source.ReadAsync(SourceCursor.Start, stop), cancellationToken).ConfigureAwait(false))
        {
            foreach (RecordChange change in batch.Rows)
            {
                cancellationToken.ThrowIfCancellationRequested();
                Take(in change, tally, versions, context.Options.Tenant);
            }
        }

        tally.Close(versions.Count, versions.Repeated, versions.Superseded);
        return versions.Winners();
    }

    private static void Take(in RecordChange change, SourceTally tally, VersionSet<SourceRecord> versions, string tenant)
    {
        tally.Row(change.Cursor);
        if (change.Rejection is { } rejection)
        {
            tally.Reject(rejection);
        }
        else if (change.Deleted is { } key && tally.Takes(key, tenant))
        {
            tally.Deleted += versions.Remove(key.Id) ? 1 : 0;
        }
        else if (change.Record is { } record && tally.Takes(record.Key, record.Tenant))
        {
            versions.Add(record.Key.Id, record);
        }
    }
}
