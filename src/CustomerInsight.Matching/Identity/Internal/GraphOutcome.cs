namespace CustomerInsight.Matching;

/// <summary>What a change of the graph comes to for clusters, ids and profiles; nothing of it is done before <see cref="Apply"/>.</summary>
internal sealed class GraphOutcome
{
    private readonly GraphState _state;
    private Dictionary<long, long>? _leadsTo;
    private readonly List<(long Id, LiveRecord Record)> _rehomed = [];

    /// <summary>Works it out.</summary>
    /// <param name="solution">The clusters of the part that may change.</param>
    /// <param name="touched">The profiles that records were taken out of.</param>
    /// <param name="state">The graph.</param>
    /// <param name="retracted">The block of the decision that is taken back; 0 for none.</param>
    public GraphOutcome(GraphSolution solution, IReadOnlyCollection<LiveProfile> touched, GraphState state, long retracted = 0)
    {
        _state = state;
        Solution = solution;
        Plan = ProfileAssignment.Assign(solution.Clusters, touched, state, retracted);
        for (int cluster = 0; cluster < Plan.Ids.Length; cluster++)
        {
            if (Change(solution.Clusters[cluster], Plan.Ids[cluster]) is { } change)
            {
                Changes.Add(change);
            }
        }

        // A record whose id leads elsewhere by now, or is older than the one that took it in and so would outlast that, has its home where it is. So has one at least of each profile, or its id would not come back after a merge that is undone.
        HashSet<long>? given = null;
        for (int cluster = 0; cluster < Plan.Ids.Length; cluster++)
        {
            long id = Plan.Ids[cluster];
            bool isHome = false;
            foreach (LiveRecord record in solution.Clusters[cluster])
            {
                bool isRehomed = record.Home > 0 && record.Home != id && (record.Home < id || Lead(record.Home, given ??= [.. Plan.Ids]) != id);
                isHome |= isRehomed || record.Home == 0 || record.Home == id;
                if (isRehomed)
                {
                    _rehomed.Add((id, record));
                }
            }

            if (!isHome)
            {
                _rehomed.Add((id, solution.Clusters[cluster][0]));
            }
        }
    }

    public GraphSolution Solution { get; }

    public ProfilePlan Plan { get; }

    /// <summary>The profiles whose records change, in the canonical order of their first records.</summary>
    public List<ClusterChange> Changes { get; } = [];

    /// <summary>The id of the cluster that holds a record; 0 where none does.</summary>
    public long IdOf(LiveRecord record)
    {
        int cluster = Solution.Clusters.FindIndex(records => Array.IndexOf(records, record) >= 0);
        return cluster >= 0 ? Plan.Ids[cluster] : record.Profile?.Id.Value ?? 0;
    }

    /// <summary>The records of a cluster by its id, or null.</summary>
    public LiveRecord[]? RecordsOf(long id)
    {
        int cluster = Array.IndexOf(Plan.Ids, id);
        return cluster >= 0 ? Solution.Clusters[cluster] : null;
    }

    /// <summary>What the ledger is to hold of it, or null where no profile changes.</summary>
    /// <param name="updated">A profile that has the same records, of which one says something else; 0 for none.</param>
    public ProfilesChanged? ToEntry(long updated) => ToEntry([updated]);

    /// <summary>What the ledger is to hold of it, or null where no profile changes.</summary>
    /// <param name="updated">Profiles of whose records one says something else.</param>
    public ProfilesChanged? ToEntry(IEnumerable<long> updated)
    {
        ILookup<long, int> rehomed = _rehomed.ToLookup(static entry => entry.Id, static entry => entry.Record.Number);
        List<ProfileMembers> members = [.. Changes.Select(change => new ProfileMembers(new ProfileId(change.Id), change.Kind, Numbers(change.Added), Numbers(change.Removed), ValueList.From(rehomed[change.Id])))];
        HashSet<long> changed = [.. Changes.Select(static change => change.Id)];
        members.AddRange(rehomed.Select(static group => group.Key).Concat(updated).Where(id => id > 0 && changed.Add(id))
            .Select(id => new ProfileMembers(new ProfileId(id), ProfileChangeKind.ValuesChanged, default, default, ValueList.From(rehomed[id]))));
        return members.Count == 0 && Plan.Retired.Count == 0 ? null
            : new ProfilesChanged(ValueList.From(members), ValueList.From(Plan.Retired.Select(static retired => new ProfileRedirect(new ProfileId(retired.From), retired.To == 0 ? null : new ProfileId(retired.To)))));
    }

    /// <summary>Makes it so; readers see the profiles change one by one.</summary>
    /// <param name="block">The block that says so.</param>
    /// <param name="isErased">Whether it comes of an erasure.</param>
    public void Apply(long block, bool isErased = false)
    {
        foreach (ClusterChange change in Changes)
        {
            _state.SetRecords(change.Id, change.Records, block);
        }

        foreach (ClusterChange change in Changes)
        {
            GraphState.Part(change.Removed);
        }

        foreach ((long id, LiveRecord record) in _rehomed)
        {
            record.Home = id;
        }

        foreach ((long from, long to) in Plan.Retired)
        {
            _state.Retire(from, to, isErased);
        }
    }

    private static ValueList<int> Numbers(LiveRecord[] records) => ValueList.From(records.Select(static record => record.Number));

    private ClusterChange? Change(LiveRecord[] records, long id)
    {
        object? was = _state.Profile(id);
        if (was is not LiveProfile before)
        {
            return new ClusterChange(id, was is null ? ProfileChangeKind.Created : ProfileChangeKind.Revived, records, records, []);
        }

        LiveRecord[] added = Array.FindAll(records, record => !ReferenceEquals(record.Profile, before));
        if (added.Length == 0 && before.Records.Length == records.Length)
        {
            return null;
        }

        LiveRecord[] removed = [];
        if (before.Records.Length != records.Length - added.Length)
        {
            HashSet<LiveRecord> stay = [.. records];
            removed = Array.FindAll(before.Records, record => !stay.Contains(record));
        }

        return new ClusterChange(id, ProfileChangeKind.RecordsChanged, records, added, removed);
    }

    /// <summary>Where an id leads once this is done; 0 where it leads nowhere.</summary>
    private long Lead(long id, HashSet<long> given)
    {
        while (id > 0 && !given.Contains(id))
        {
            _leadsTo ??= Plan.Retired.ToDictionary(static entry => entry.From, static entry => entry.To);
            if (_leadsTo.TryGetValue(id, out long to))
            {
                id = to;
                continue;
            }

            if (_state.Profile(id) is not RetiredProfile gone)
            {
                return _state.Profile(id) is null ? 0 : id;
            }

            id = gone.To;
        }

        return id;
    }
}
