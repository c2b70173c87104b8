using System.Globalization;

namespace CustomerInsight;

/// <summary>Reads every activity source, keeps each activity once and leaves out what lies after the as-of moment.</summary>
internal sealed class ReadActivitiesStage(IReadOnlyList<IActivitySource> sources) : IInsightStage
{
    public string Name => "read activities";

    public InsightPhase Phase => InsightPhase.Read;

    public async ValueTask RunAsync(InsightContext context, CancellationToken cancellationToken)
    {
        var activities = new List<CustomerActivity>();
        foreach (IActivitySource source in sources)
        {
            activities.AddRange(await ReadAsync(source, context, cancellationToken).ConfigureAwait(false));
        }

        if (activities.Count == 0)
        {
            return;
        }

        context.AsOf ??= activities.Max(static activity => activity.At);
        DateTimeOffset asOf = context.AsOf.Value;
        int later = activities.RemoveAll(activity => activity.At > asOf);
        if (later > 0)
        {
            context.Report(new ReportLine(Name, "after-as-of", later, string.Create(CultureInfo.InvariantCulture, $"activities lie after the as-of moment {asOf:yyyy-MM-dd HH:mm:ssK} and were left out")));
        }

        // By time, ties in canonical order: what a stage adds up must not depend on arrival.
        activities.Sort(static (left, right) => left.At != right.At ? left.At.CompareTo(right.At) : left.Key.CompareTo(right.Key));
        context.Activities = activities;
    }

    private static async Task<CustomerActivity[]> ReadAsync(IActivitySource source, InsightContext context, CancellationToken cancellationToken)
    {
        var tally = new SourceTally(source.Name, SourceContent.Activities, context);
        var versions = new VersionSet<CustomerActivity>(static activity => activity.Key.Id, VersionOrder.Compare, EqualityComparer<CustomerActivity>.Default);
        await foreach (RowBatch<ActivityChange> batch in ReadAhead.BatchesAsync(stop => source.ReadAsync(SourceCursor.Start, stop), cancellationToken).ConfigureAwait(false))
        {
            foreach (ActivityChange change in batch.Rows)
            {
                cancellationToken.ThrowIfCancellationRequested();
                tally.Row(change.Cursor);
                if (change.Rejection is { } rejection)
                {
                    tally.Reject(rejection);
                }
                else if (change.Activity is { } activity && tally.Takes(activity.Key, activity.Tenant))
                {
                    versions.Add(activity.Key.Id, activity);
                }
            }
        }

        tally.Close(versions.Count, versions.Repeated, versions.Superseded);
        return versions.Winners();
    }
}
