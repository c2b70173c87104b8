namespace CustomerInsight.Matching;

/// <summary>What a load makes of changes and of what is there: which versions count, and what is gone.</summary>
internal sealed class LoadPlan(GraphState state)
{
    private readonly Dictionary<RecordKey, SourceRecord?> _changes = [];

    /// <summary>How many rows could not be used.</summary>
    public long Rejected { get; private set; }

    /// <summary>How many versions say nothing new, or less than one that came before.</summary>
    public long Unchanged { get; private set; }

    /// <summary>Takes in a change; of several versions that one counts that is the later by itself, in whatever order they come.</summary>
    public void Add(in RecordChange change, string tenant)
    {
        if (change.Deleted is { } key)
        {
            _changes[key] = null;
        }
        else if (change.Record is { } record && record.Tenant == tenant)
        {
            Add(record);
        }
        else
        {
            Rejected++;
        }
    }

    public void Add(SourceRecord record)
    {
        if (_changes.TryGetValue(record.Key, out SourceRecord? other) && other is not null && record.CompareVersionTo(other) <= 0)
        {
            Unchanged++;
            return;
        }

        _changes[record.Key] = record;
    }

    /// <summary>Deletes what is there and has not been given, of some sources.</summary>
    public void DeleteOthers(IReadOnlySet<string> sources)
    {
        foreach (LiveRecord record in Live().Where(record => sources.Contains(record.Key.Source)))
        {
            _changes.TryAdd(record.Key, null);
        }
    }

    /// <summary>The records that go.</summary>
    public List<LiveRecord> Deleted() => [.. _changes.Where(static change => change.Value is null).Select(change => state.Find(change.Key)).OfType<LiveRecord>()
        .Where(record => record.Current is not null || state.Waiting.ContainsKey(record)).OrderBy(static record => record.Number)];

    /// <summary>The versions that are new, in no order.</summary>
    public List<SourceRecord> New()
    {
        var versions = new List<SourceRecord>();
        foreach ((RecordKey key, SourceRecord? version) in _changes)
        {
            if (version is null)
            {
                continue;
            }

            SourceRecord? known = state.Find(key) is { } record ? VersionOf(record) : null;
            if (known is null || version.CompareVersionTo(known) > 0)
            {
                versions.Add(version);
            }
            else
            {
                Unchanged++;
            }
        }

        return versions;
    }

    /// <summary>The version of each record that is there and stays, the load's own not counted yet.</summary>
    public IEnumerable<SourceRecord> Staying(IReadOnlySet<RecordKey> replaced) => Live()
        .Where(record => !replaced.Contains(record.Key) && !(_changes.TryGetValue(record.Key, out SourceRecord? change) && change is null))
        .Select(record => VersionOf(record)!);

    /// <summary>Whether what was given is all there is.</summary>
    public bool IsAll() => Live().All(record => _changes.TryGetValue(record.Key, out SourceRecord? version) && (version is null || version.CompareVersionTo(VersionOf(record)!) >= 0));

    private SourceRecord? VersionOf(LiveRecord record) => state.Waiting.GetValueOrDefault(record) is { } waiting && (record.Current is null || waiting.CompareVersionTo(record.Current) > 0) ? waiting : record.Current;

    private IEnumerable<LiveRecord> Live()
    {
        for (int number = 0; number < state.Records.Count; number++)
        {
            if (state.Records[number] is { } record && (record.Current is not null || state.Waiting.ContainsKey(record)))
            {
                yield return record;
            }
        }
    }
}
