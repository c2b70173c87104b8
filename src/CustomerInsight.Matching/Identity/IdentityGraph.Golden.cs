namespace CustomerInsight.Matching;

public sealed partial class IdentityGraph
{
    /// <summary>Gives the records of a profile as they are merged, for a policy to be tried, contact points to be ranked, or a page that shows them all.</summary>
    /// <param name="id">The profile's id; a retired one leads on.</param>
    /// <returns>The records under the id that they have now, or null where the id leads to none.</returns>
    public ProfileRecords? RecordsOf(ProfileId id) =>
        Volatile.Read(ref _generation)?.State.Resolve(id.Value) is { } profile ? RecordsOf(profile) : null;

    /// <summary>Gives the records of every profile, by rising id: what <see cref="PolicyPreview"/> takes, or a host that copies all profiles.</summary>
    /// <returns>The records, profile by profile, as each is when its turn comes. Nothing is held but one.</returns>
    public IEnumerable<ProfileRecords> AllRecords()
    {
        if (Volatile.Read(ref _generation) is not { } generation)
        {
            yield break;
        }

        for (long id = 1; id <= generation.State.LastProfile; id++)
        {
            if (generation.State.Profile(id) is LiveProfile profile && RecordsOf(profile) is { } records)
            {
                yield return records;
            }
        }
    }

    /// <summary>Ranks all e-mails, phones and addresses that a profile's records claim.</summary>
    /// <param name="id">The profile's id; a retired one leads on.</param>
    /// <returns>The contact points by kind, then rank; none where the id leads to no profile.</returns>
    public ValueList<ContactPoint> ContactsOf(ProfileId id) => RecordsOf(id) is { } profile ? ContactPoints.Of(profile.Records) : default;

    /// <summary>Makes a profile of what its records of now said at a date.</summary>
    /// <param name="id">The profile's id; a retired one leads on.</param>
    /// <param name="date">The date: versions observed later are left out, and records first observed later.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>The profile, or null where the id leads to none, or none of its records was known. Reads the versions from the ledger, a block for each.</returns>
    public async ValueTask<Profile?> FindAsOfAsync(ProfileId id, DateTimeOffset date, CancellationToken cancellationToken = default)
    {
        Generation generation = await ReadyAsync(cancellationToken).ConfigureAwait(false);
        if (generation.State.Resolve(id.Value) is not { } profile)
        {
            return null;
        }

        var versions = new List<MergeRecord>();
        foreach (LiveRecord record in profile.Records)
        {
            versions.AddRange((await VersionsAsync(record, cancellationToken).ConfigureAwait(false)).Select(_profiles.ToMerge));
        }

        return PointInTime.Merge(profile.Id, versions, date, _setup.Merger) is { } found ? found with { PreviousIds = generation.State.PreviousIds(profile.Id.Value) } : null;
    }

    private ProfileRecords? RecordsOf(LiveProfile profile)
    {
        MergeRecord[] records = [.. profile.Records.Select(static record => record.Current).OfType<SourceRecord>().Select(_profiles.ToMerge)];
        return records.Length == 0 ? null : new ProfileRecords(profile.Id, ValueList.Create<MergeRecord>(records));
    }
}
