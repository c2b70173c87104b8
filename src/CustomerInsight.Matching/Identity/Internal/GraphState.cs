using System.Collections.Concurrent;

namespace CustomerInsight.Matching;

/// <summary>What a graph holds whatever the model: records, profiles, what people decided.</summary>
/// <threadsafety>One writer. Readers may find records and profiles at any time; the rest is the writer's.</threadsafety>
internal sealed class GraphState
{
    private readonly ShardedTable<RecordKey, LiveRecord, RecordHashing> _byKey = new();
    private readonly NumberedList<object?> _profiles = new();
    private readonly ConcurrentDictionary<long, long[]> _into = new();

    /// <summary>All records that ever were, by their numbers; null where one was erased.</summary>
    public NumberedList<LiveRecord?> Records { get; } = new();

    /// <summary>The live assertions by the block of the decision that they are part of.</summary>
    public SortedDictionary<long, List<LiveAssertion>> Assertions { get; } = [];

    /// <summary>Of records that went from one profile to another the last such move: in which block, and the id that they had before.</summary>
    public Dictionary<LiveRecord, (long Block, long From)> Moves { get; } = [];

    /// <summary>Versions that were written for a load, and count once it is done.</summary>
    public Dictionary<LiveRecord, SourceRecord> Waiting { get; } = [];

    public GraphCounts Counts { get; } = new();

    /// <summary>The highest id that was ever given.</summary>
    public long LastProfile => _profiles.Count;

    public LiveRecord? Find(in RecordKey key) => _byKey.Find(key);

    /// <summary>What an id stands for: a <see cref="LiveProfile"/>, a <see cref="RetiredProfile"/>, or null where it was never given.</summary>
    public object? Profile(long id) => id >= 1 && id <= _profiles.Count ? _profiles[(int)id - 1] : null;

    /// <summary>Follows an id to the live profile that took its records in, or null.</summary>
    public LiveProfile? Resolve(long id)
    {
        object? found = Profile(id);
        while (found is RetiredProfile retired)
        {
            found = Profile(retired.To);
        }

        return found as LiveProfile;
    }

    /// <summary>Whether an id leads to records that were erased.</summary>
    public bool IsErased(long id)
    {
        object? found = Profile(id);
        while (found is RetiredProfile { To: > 0 } retired)
        {
            found = Profile(retired.To);
        }

        return found is RetiredProfile { IsErased: true };
    }

    /// <summary>The ids that lead to one, rising.</summary>
    /// <param name="id">The id.</param>
    /// <param name="plan">What is to become of ids before one asks; null to ask now.</param>
    public ValueList<ProfileId> PreviousIds(long id, ProfilePlan? plan = null)
    {
        var all = new SortedSet<long>();
        var open = new Queue<long>([id]);
        while (open.TryDequeue(out long next))
        {
            foreach (long before in _into.GetValueOrDefault(next, []))
            {
                if (plan is null || Array.IndexOf(plan.Ids, before) < 0)
                {
                    Add(before);
                }
            }

            foreach ((long from, long to) in plan?.Retired ?? [])
            {
                if (to == next)
                {
                    Add(from);
                }
            }
        }

        return all.Count == 0 ? default : ValueList.From(all.Select(static value => new ProfileId(value)));

        void Add(long before)
        {
            if (all.Add(before))
            {
                open.Enqueue(before);
            }
        }
    }

    public void SetProfile(long id, object? what)
    {
        while (_profiles.Count < id)
        {
            _profiles.Add(null);
        }

        if (_profiles[(int)id - 1] is RetiredProfile { To: > 0 } was)
        {
            _into[was.To] = [.. _into[was.To].Where(other => other != id)];
        }

        _profiles[(int)id - 1] = what;
        if (what is RetiredProfile { To: > 0 } now)
        {
            _into[now.To] = [.. _into.GetValueOrDefault(now.To, []), id];
        }
    }

    /// <summary>Takes an id out of use.</summary>
    /// <param name="from">The id.</param>
    /// <param name="to">Where its records are now; 0 where all were deleted.</param>
    /// <param name="isErased">Whether the last of them was erased.</param>
    public void Retire(long from, long to, bool isErased = false)
    {
        if (Profile(from) is LiveProfile retired)
        {
            Counts.Profiles--;
            foreach (LiveRecord record in retired.Records)
            {
                record.Profile = ReferenceEquals(record.Profile, retired) ? null : record.Profile;
            }
        }

        SetProfile(from, new RetiredProfile(to, to == 0 && isErased));
    }

    /// <summary>Adds a record that is next in number.</summary>
    /// <param name="record">The record.</param>
    /// <param name="isKnown">Whether it is found by its key; not where that was erased.</param>
    public void AddRecord(LiveRecord record, bool isKnown = true)
    {
        Records.Add(record);
        if (isKnown)
        {
            _byKey.Add(record.Key, record);
        }
    }

    /// <summary>Gives a profile other records; the id may be new or out of use.</summary>
    public void ChangeProfile(long id, LiveRecord[] added, LiveRecord[] removed, long block)
    {
        LiveRecord[] before = (Profile(id) as LiveProfile)?.Records ?? [];
        HashSet<LiveRecord>? gone = removed.Length == 0 ? null : [.. removed];
        LiveRecord[] records = [.. before.Where(record => gone?.Contains(record) != true), .. added];
        Array.Sort(records, static (left, right) => left.Key.CompareTo(right.Key));
        SetRecords(id, records, block);
    }

    /// <summary>Gives a profile its records, in canonical order.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="records">The records.</param>
    /// <param name="block">The block that says so.</param>
    public void SetRecords(long id, LiveRecord[] records, long block)
    {
        var profile = new LiveProfile(new ProfileId(id), records);
        Counts.Profiles += Profile(id) is LiveProfile ? 0 : 1;
        SetProfile(id, profile);
        foreach (LiveRecord record in records)
        {
            if (record.Profile is { } from && from.Id.Value != id)
            {
                Moves[record] = (block, from.Id.Value);
            }

            record.Profile = profile;
            record.Home = record.Home == 0 ? id : record.Home;
        }
    }

    /// <summary>Leaves records without a profile that went out of one and are deleted.</summary>
    public static void Part(LiveRecord[] removed)
    {
        foreach (LiveRecord record in removed)
        {
            record.Profile = record.IsLive ? record.Profile : null;
        }
    }

    /// <summary>The live assertions that still say something: both of their sides have a record that was not erased.</summary>
    public IEnumerable<LiveAssertion> Binding() => Assertions.Values.SelectMany(static decision => decision)
        .Where(static assertion => !Array.TrueForAll(assertion.Left, static record => record.IsErased) && !Array.TrueForAll(assertion.Right, static record => record.IsErased));

    public void Assert(LiveAssertion assertion)
    {
        Keep(assertion);
        assertion.Bind();
    }

    /// <summary>Takes an assertion into the decisions, whose records know of it already.</summary>
    public void Keep(LiveAssertion assertion)
    {
        if (!Assertions.TryGetValue(assertion.Block, out List<LiveAssertion>? decision))
        {
            Assertions.Add(assertion.Block, decision = []);
        }

        decision.Add(assertion);
        foreach (LiveRecord record in assertion.Left.Concat(assertion.Right))
        {
            record.DecidedIn(assertion.Block);
        }
    }

    /// <summary>Takes a decision back.</summary>
    /// <param name="decision">The block that holds it.</param>
    /// <param name="block">The block that says so, whose note is about the same records.</param>
    public void Retract(long decision, long block)
    {
        if (Assertions.Remove(decision, out List<LiveAssertion>? assertions))
        {
            foreach (LiveAssertion assertion in assertions)
            {
                assertion.Unbind();
                foreach (LiveRecord record in assertion.Left.Concat(assertion.Right))
                {
                    record.DecidedIn(block);
                }
            }
        }
    }

    /// <summary>Makes all live records wait for contents of another model.</summary>
    public void ForgetContents()
    {
        for (int number = 0; number < Records.Count; number++)
        {
            if (Records[number] is { } record)
            {
                record.Content = null;
            }
        }

        Counts.Records = 0;
        Counts.Contents = 0;
        Counts.KeptPairs = 0;
    }

    /// <summary>Takes in that a version counts: one that waits for a load waits on only where it is the later.</summary>
    public void Settle(LiveRecord record, SourceRecord? version)
    {
        if (Waiting.TryGetValue(record, out SourceRecord? waiting) && (version is null || version.CompareVersionTo(waiting) >= 0))
        {
            Waiting.Remove(record);
        }
    }

    /// <summary>Forgets a record: its number stays without it, and so do the decisions about it, without what was written of them.</summary>
    public void Forget(LiveRecord record)
    {
        Waiting.Remove(record);
        Moves.Remove(record);
        foreach (LiveAssertion assertion in (record.Decisions ?? []).SelectMany(block => Assertions.GetValueOrDefault(block, [])))
        {
            assertion.Note = null;
        }

        _byKey.Remove(record.Key, record);
        Records[record.Number] = null;
        record.IsErased = true;
    }
}
