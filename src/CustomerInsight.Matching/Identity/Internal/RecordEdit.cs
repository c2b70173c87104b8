namespace CustomerInsight.Matching;

/// <summary>What taking in or out one record comes to, before it is written or dropped.</summary>
/// <param name="Record">The record; not yet among the known where it is new.</param>
/// <param name="Edit">The change of the graph.</param>
/// <param name="Outcome">What becomes of clusters and profiles.</param>
/// <param name="Before">The profile that the record was in, or null.</param>
internal sealed record RecordEdit(LiveRecord Record, GraphEdit Edit, GraphOutcome Outcome, LiveProfile? Before)
{
    /// <summary>The id of the record's profile then; 0 where it is in none.</summary>
    public long ProfileId { get; } = Outcome.IdOf(Record);

    /// <summary>What it came to.</summary>
    public ResolutionKind Kind()
    {
        if (Outcome.Plan.Retired.Count > 0)
        {
            return ResolutionKind.Merged;
        }

        ClusterChange? own = Outcome.Changes.Find(change => change.Id == ProfileId);
        bool othersLeft = Outcome.Changes.Exists(change => Array.Exists(change.Removed, record => !ReferenceEquals(record, Record)))
            || (Before is not null && Before.Id.Value != ProfileId && own is not null && own.Kind != ProfileChangeKind.RecordsChanged);
        return own switch
        {
            null => othersLeft || Outcome.Changes.Count > 0 ? ResolutionKind.Split : ResolutionKind.Updated,
            { Kind: ProfileChangeKind.RecordsChanged } when Array.IndexOf(own.Added, Record) >= 0 => ResolutionKind.Joined,
            { Kind: ProfileChangeKind.RecordsChanged } => ResolutionKind.Split,
            _ => othersLeft ? ResolutionKind.Split : ResolutionKind.Created,
        };
    }
}
