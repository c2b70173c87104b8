namespace CustomerInsight;

/// <summary>What was known at a date: which versions of records counted then, and the profile they make.</summary>
/// <remarks>
/// Of the versions under one key counts the one observed last, not after the date; where times do not tell, the one whose content comes last in ordinal order, as in a run. Versions
/// observed later are left out, and with them records first observed later. A version without a time counts whatever the date, unless another has one.
/// </remarks>
/// <threadsafety>Safe from many threads.</threadsafety>
public static class PointInTime
{
    /// <summary>Takes the versions that counted.</summary>
    /// <param name="versions">All versions of each record, in any order.</param>
    /// <param name="date">The date.</param>
    /// <returns>At most one version of each record, in canonical order of the keys; the same for any order of <paramref name="versions"/>.</returns>
    public static IReadOnlyList<SourceRecord> Versions(IEnumerable<SourceRecord> versions, DateTimeOffset date) => Choose(versions, static version => version, date);

    /// <summary>Merges the versions that counted.</summary>
    /// <param name="id">The id the profile gets.</param>
    /// <param name="versions">All versions of each of the profile's records, in any order.</param>
    /// <param name="date">The date.</param>
    /// <param name="merger">What merges.</param>
    /// <returns>The profile, or null where none of its records was known.</returns>
    public static Profile? Merge(ProfileId id, IEnumerable<MergeRecord> versions, DateTimeOffset date, IProfileMerger merger)
    {
        ArgumentNullException.ThrowIfNull(merger);
        MergeRecord[] counting = Choose(versions, static version => version.Record, date);
        return counting.Length == 0 ? null : merger.Merge(id, counting);
    }

    private static T[] Choose<T>(IEnumerable<T> versions, Func<T, SourceRecord> recordOf, DateTimeOffset date)
    {
        ArgumentNullException.ThrowIfNull(versions);
        var best = new SortedDictionary<(string Tenant, RecordKey Key), T>(ByTenantAndKey);
        foreach (T version in versions)
        {
            SourceRecord record = recordOf(version);
            if (record.ObservedAt > date)
            {
                continue;
            }

            (string, RecordKey) key = (record.Tenant, record.Key);
            if (!best.TryGetValue(key, out T? other) || VersionOrder.Compare(record, recordOf(other)) > 0)
            {
                best[key] = version;
            }
        }

        return [.. best.Values];
    }

    private static readonly IComparer<(string Tenant, RecordKey Key)> ByTenantAndKey = Comparer<(string Tenant, RecordKey Key)>.Create(static (left, right) =>
        string.CompareOrdinal(left.Tenant, right.Tenant) is not 0 and int order ? order : left.Key.CompareTo(right.Key));
}
