namespace CustomerInsight.Matching;

/// <summary>A record that the graph knows: its number is for ever, its version and its profile change.</summary>
internal sealed class LiveRecord
{
    // The current version, or, of a deleted record, its key.
    private object _said;
    private LiveProfile? _profile;
    private RecordTrail? _trail;

    public LiveRecord(int number, RecordKey key)
    {
        Number = number;
        _said = key;
    }

    public int Number { get; }

    public RecordKey Key
    {
        get
        {
            object said = Volatile.Read(ref _said);
            return said is SourceRecord record ? record.Key : (RecordKey)said;
        }
    }

    /// <summary>The version that counts, or null while the record is deleted.</summary>
    public SourceRecord? Current
    {
        get => Volatile.Read(ref _said) as SourceRecord;
        set => Volatile.Write(ref _said, value ?? (object)Key);
    }

    /// <summary>Whether it takes part.</summary>
    public bool IsLive => Content is not null;

    /// <summary>Whether it was erased: one that comes by its key again is another record, of which nobody has said anything.</summary>
    public bool IsErased { get; set; }

    /// <summary>What the current version says; null while the record is deleted.</summary>
    public LiveContent? Content { get; set; }

    /// <summary>The profile it is in; null while the record is deleted.</summary>
    public LiveProfile? Profile
    {
        get => Volatile.Read(ref _profile);
        set => Volatile.Write(ref _profile, value);
    }

    /// <summary>The id that the record brought along: it comes back where the records of that id part from the others. 0 before the first.</summary>
    public long Home { get; set; }

    /// <summary>The block of the ledger that holds its first version.</summary>
    public long FirstBlock { get; set; }

    /// <summary>Where all of its versions stand and what each says, as a hash; null where there is one only.</summary>
    public (long Block, ulong Hash)[]? Versions => _trail?.Versions;

    /// <summary>The blocks that hold what people decided about it, retracted or not; null for none.</summary>
    public List<long>? Decisions => _trail?.Decisions;

    /// <summary>The live assertions about it, or null.</summary>
    public List<LiveAssertion>? Assertions
    {
        get => _trail?.Assertions;
        set
        {
            if (value is not null || _trail is not null)
            {
                Trail.Assertions = value;
            }
        }
    }

    private RecordTrail Trail => _trail ??= new RecordTrail();

    /// <summary>Whether a version was taken in before.</summary>
    public bool Knows(SourceRecord version)
    {
        ulong hash = VersionHash.Of(version);
        return Versions is { } versions && Array.Exists(versions, known => known.Hash == hash);
    }

    /// <summary>Takes a version into the history.</summary>
    /// <param name="block">The block that holds it.</param>
    /// <param name="version">The version.</param>
    public void AddVersion(long block, SourceRecord version)
    {
        if (Versions is null && block != FirstBlock)
        {
            // Of the first nothing is known any more where the record was deleted since.
            Trail.Versions = [(FirstBlock, Current is { } first ? VersionHash.Of(first) : 0)];
        }

        if (Versions is { } versions)
        {
            Trail.Versions = [.. versions, (block, VersionHash.Of(version))];
        }
    }

    public void DecidedIn(long block)
    {
        if (Decisions?.Contains(block) != true)
        {
            (Trail.Decisions ??= []).Add(block);
        }
    }
}
