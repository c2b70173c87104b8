namespace CustomerInsight.Matching.Tests;

/// <summary>A graph and, beside it, what it must come to: the live records, and what a batch run makes of them.</summary>
internal sealed class IdentityWorld
{
    private readonly SourceRecord[] _pool;
    private readonly Dictionary<RecordKey, SourceRecord> _live = [];
    private readonly List<long> _decisions = [];
    private readonly HashSet<ProfileId> _given = [];
    private SeededRandom _random;

    private IdentityWorld(ulong seed, IdentitySetup setup, SourceRecord[] pool)
    {
        _random = new SeededRandom(seed);
        _pool = pool;
        Setup = setup;
        Graph = new IdentityGraph(setup);
    }

    public IdentitySetup Setup { get; }

    public IdentityGraph Graph { get; }

    public IReadOnlyDictionary<RecordKey, SourceRecord> Live => _live;

    public IReadOnlyList<long> Decisions => _decisions;

    public SeededRandom Random => _random;

    public SourceRecord Any() => _pool[_random.Next(_pool.Length)];

    public static async Task<IdentityWorld> CreateAsync(ulong seed)
    {
        var random = new SeededRandom(seed + 1);
        ValueList<NoMatchRule> rules = random.Next(3) == 0 ? [new NoMatchRule("other birth", Condition.All(Condition.Not(Condition.DaysWithin("birth", 40)), Condition.Not(Condition.Missing("birth"))))] : [];
        var setup = new IdentitySetup
        {
            Options = new MatchingOptions { LargestCluster = 2 + random.Next(7), LinkMode = (LinkMode)random.Next(3), LinkProbability = 0.6 + (0.1 * random.Next(4)) },
            DuplicateFreeSources = random.Next(3) == 0 ? ["a"] : [],
            Clusterer = random.Next(4) == 0 ? new ConnectedComponents() : new AverageLinkage(),
            Design = schema => PeopleDesign.For(schema) with { NoMatchRules = rules },
            Clock = new CountingClock(),
        };

        // Few keys and few values, so that everything meets everything.
        var world = new IdentityWorld(seed, setup, [.. DirectPeople.Random(seed, 80).Select(static (record, i) => Renamed(record, new RecordKey(record.Key.Source, $"r{i % 14}")))]);
        await world.LoadAsync([.. Enumerable.Range(0, 1 + world._random.Next(8)).Select(_ => world.Any())], world.Model());
        return world;
    }

    /// <summary>A world whose graph has a copy of the ledger and nothing else; from here on both do the same by the same seed.</summary>
    public async Task<IdentityWorld> CopyAsync(ulong seed)
    {
        var copy = new IdentityWorld(0, Setup.Over(await Ledgers.CopyAsync(Setup.Store)), _pool);
        foreach ((RecordKey key, SourceRecord record) in _live)
        {
            copy._live.Add(key, record);
        }

        copy._decisions.AddRange(_decisions);
        copy._given.UnionWith(_given);
        copy._random = new SeededRandom(seed);
        _random = new SeededRandom(seed);
        await copy.Graph.OpenAsync();
        return copy;
    }

    /// <summary>Does so many things at random.</summary>
    public async Task StepsAsync(int steps)
    {
        for (int step = 0; step < steps; step++)
        {
            await StepAsync();
        }
    }

    /// <summary>Another model over the same attributes.</summary>
    public MatchModel Model() => DirectModels.Random(DirectPeople.Schema, _random.NextBits()).WithBlocking(new BlockingChoice(
        [
            new(IdentifierRule.Deciding(IdentifierPolicies.Default), default),
            new(BlockingRule.On("email"), default),
            new(BlockingRule.On("birth"), default),
            new(BlockingRule.OnEitherOrder("given", "family"), [new OversizeBlock(StableHash.Combine(Math.Min(StableHash.Of("ann"), StableHash.Of("lee")), Math.Max(StableHash.Of("ann"), StableHash.Of("lee"))), 9, "birth")]),
            new(BlockingRule.On(new BlockingPart("full", ValuePart.Whole) { Split = PartSplit.Words }), default),
        ],
        null));

    /// <summary>Does one thing at random; gives what was done, for messages.</summary>
    public async Task<string> StepAsync()
    {
        switch (_random.Next(14))
        {
            case 0:
                await LoadAsync([.. Enumerable.Range(0, _random.Next(4)).Select(_ => Any())], null);
                return "load";
            case 1:
                await Graph.AdoptAsync(Model());
                return "adopt";
            case 2 or 3:
                await DeleteAsync(Any().Key);
                return "delete";
            case 4:
                RecordKey erased = Any().Key;
                await Graph.EraseAsync(erased);
                _live.Remove(erased);
                return "erase";
            case 5 or 6 when _live.Count > 1:
                await DecideAsync(AnyAssertion());
                return "assert";
            case 7 when _decisions.Count > 0:
                await RetractAsync(_decisions[_random.Next(_decisions.Count)]);
                return "retract";
            case 8 when Several() is { } several:
                await DecideAsync(_random.Next(2) == 0 ? StewardAction.Unmerge(several.Id) : StewardAction.Unmerge(several.Id, several.Records[_random.Next(several.Records.Count)]));
                return "unmerge";
            case 9 when _live.Count > 1 && Graph.Find(AnyLive()) is { } one && Graph.Find(AnyLive(other: true)) is { } other && one.Id != other.Id:
                await DecideAsync(StewardAction.Merge(one.Id, other.Id));
                return "merge";
            default:
                await UpsertAsync(Any());
                return "upsert";
        }
    }

    public StewardAction AnyAssertion() => _random.Next(2) == 0 ? StewardAction.Same(AnyLive(), AnyLive(other: true)) : StewardAction.Different(AnyLive(), AnyLive(other: true));

    public async Task<Resolution> UpsertAsync(SourceRecord record)
    {
        Resolution resolution = await Graph.ResolveAsync(record);
        Count(record);
        return resolution;
    }

    public async Task<Resolution> DeleteAsync(RecordKey key)
    {
        Resolution resolution = await Graph.DeleteAsync(key);
        _live.Remove(key);
        return resolution;
    }

    public async Task LoadAsync(SourceRecord[] records, MatchModel? model)
    {
        await Graph.LoadAsync(records.Select(static record => RecordChange.Upsert(record, default)).ToAsyncEnumerable(), model);
        Array.ForEach(records, Count);
    }

    /// <summary>A profile of several records, or null.</summary>
    public Profile? Several() => _live.Keys.Order().Select(key => Graph.Find(key)!).Where(static profile => profile.Records.Count > 1).DistinctBy(static profile => profile.Id).OrderBy(static profile => profile.Id).ToList() is { Count: > 0 } several ? several[_random.Next(several.Count)] : null;

    public async Task<long> DecideAsync(StewardAction action)
    {
        try
        {
            StewardResult result = await Graph.DecideAsync(action, "ann", "since");
            if (result.Decision > 0)
            {
                _decisions.Add(result.Decision);
            }

            return result.Decision;
        }
        catch (ArgumentException tooLarge) when (tooLarge.Message.Contains(nameof(MatchingOptions.LargestCluster), StringComparison.Ordinal))
        {
            return 0;
        }
    }

    public async Task RetractAsync(long decision)
    {
        await Graph.DecideAsync(StewardAction.Retract(decision), "ann");
        Forget(decision);
    }

    public void Forget(long decision) => _decisions.Remove(decision);

    /// <summary>The records of each profile, as the graph has it.</summary>
    public string Partition() => Text(_live.Keys.Select(key => Graph.Find(key)!).DistinctBy(static profile => profile.Id).Select(static profile => profile.Records));

    /// <summary>The records and fields of each profile by its id.</summary>
    public Dictionary<ProfileId, Profile> Profiles() => _live.Keys.Select(key => Graph.Find(key)!).DistinctBy(static profile => profile.Id).ToDictionary(static profile => profile.Id);

    /// <summary>What a batch run with the same model makes of the same records.</summary>
    public async Task<(string Partition, string Values)> BatchAsync()
    {
        if (_live.Count == 0)
        {
            return (string.Empty, string.Empty);
        }

        ValueList<StewardDecision> decisions = await Graph.DecisionsAsync();
        var constraints = new MatchConstraints
        {
            DuplicateFreeSources = Setup.DuplicateFreeSources,
            Assertions = ValueList.From(decisions.SelectMany(static decision => decision.Left.SelectMany(left => decision.Right.Where(right => right != left).Select(right => new Assertion(left, right, decision.Kind))))),
        };
        SourceRecord[] records = [.. _live.Values.OrderBy(_ => _random.NextBits())];
        var context = new InsightContext(new InsightOptions { MaxDegreeOfParallelism = 1 + _random.Next(2) }) { Records = StandardizedTable.Of(records) };
        await new MatchingStage(Setup.Design, Setup.Options, new PretrainedModel(Graph.Model!), Setup.Clusterer, constraints).RunAsync(context, default);
        Profile[] profiles = [.. context.Clusters!.Select(cluster => new ProfileMerger(MergeRules.Standard).Merge(new ProfileId(1), [.. cluster.Records.Select(record => ToMerge(context.Records.Records[record]))]))];
        return (Text(profiles.Select(static profile => profile.Records)), Values(profiles));
    }

    public static string Values(IEnumerable<Profile> profiles) => string.Join('\n', profiles.OrderBy(static profile => profile.Records[0])
        .Select(static profile => string.Join(';', profile.Fields.Select(static field => $"{field.Name}={string.Join('|', field.Values)}<{field.Winner.Record}"))));

    /// <summary>Checks that every id that was ever seen still resolves (law L19).</summary>
    public void CheckIds()
    {
        _given.UnionWith(Profiles().Keys);
        foreach (ProfileId id in _given)
        {
            ProfileLookup found = Graph.Find(id);
            Assert.NotEqual(ProfileState.Unknown, found.State);
            Assert.Equal(found.State is ProfileState.Live or ProfileState.Merged, found.Profile is not null);
            Assert.True(found.Profile is null || (found.State == ProfileState.Live) == (found.Profile.Id == id));
            Assert.True(found.State != ProfileState.Merged || found.Profile!.PreviousIds.Contains(id));
        }
    }

    /// <summary>The same said by another record.</summary>
    public static SourceRecord Renamed(SourceRecord record, RecordKey key) => new(record.Schema, key, record.Values)
    {
        ObservedAt = record.ObservedAt,
        EntityKind = record.EntityKind,
        Identifiers = record.Identifiers,
    };

    private static MergeRecord ToMerge(SourceRecord record)
    {
        var standardized = new AttributeValues[record.Schema.Attributes.Count];
        new RecordStandardizer(record.Schema).Standardize(record, standardized);
        return new MergeRecord(record, 0, ValueList.Create<AttributeValues>(standardized));
    }

    private static string Text(IEnumerable<ValueList<RecordKey>> clusters) => string.Join('\n', clusters.OrderBy(static records => records[0]).Select(static records => string.Join(' ', records)));

    private RecordKey AnyLive(bool other = false)
    {
        RecordKey[] keys = [.. _live.Keys.Order()];
        int first = _random.Next(keys.Length / 2);
        return other ? keys[keys.Length - 1 - first] : keys[first];
    }

    private void Count(SourceRecord record)
    {
        if (!_live.TryGetValue(record.Key, out SourceRecord? known) || record.CompareVersionTo(known) > 0)
        {
            _live[record.Key] = record;
        }
    }
}
