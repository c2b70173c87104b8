namespace CustomerInsight.Matching;

/// <summary>What a record says in standardized form: all that it is matched by, without a table around it.</summary>
/// <remarks>Records of equal content share one, as they share a node of <see cref="MatchNodes"/>. It holds no texts but packed ones: some 180 bytes for a person, identifiers aside.</remarks>
/// <threadsafety>Safe from many threads.</threadsafety>
internal sealed class RecordContent : IEquatable<RecordContent>
{
    private const long NoTime = -1;

    private readonly long _observedTicks;

    /// <param name="kind">What it is about.</param>
    /// <param name="values">The standardized values of each attribute of the schema, each once.</param>
    /// <param name="identifiers">What it claims.</param>
    /// <param name="source">Its source, where sources are told apart.</param>
    /// <param name="observedAt">When it was observed, where that decides whether an identifier links.</param>
    public RecordContent(EntityKind kind, ReadOnlySpan<AttributeValues> values, ValueList<Identifier> identifiers, string? source = null, DateTimeOffset? observedAt = null)
    {
        Kind = kind;
        Packed = PackedValues.Pack(values);
        Identifiers = identifiers;
        Source = source;
        _observedTicks = observedAt?.UtcTicks ?? NoTime;
        Hash = HashOf(values);
        Hash = source is null ? Hash : StableHash.Combine(Hash, StableHash.Of(source));
        Hash = observedAt is null ? Hash : StableHash.Combine(Hash, (ulong)_observedTicks);
    }

    public EntityKind Kind { get; }

    /// <summary>The values, as <see cref="PackedValues"/> writes them.</summary>
    public byte[] Packed { get; }

    public ValueList<Identifier> Identifiers { get; }

    /// <summary>The source; null where sources are not told apart.</summary>
    public string? Source { get; }

    /// <summary>When it was observed, to the same instant; null where it does not say, or where that decides nothing.</summary>
    public DateTimeOffset? ObservedAt => _observedTicks == NoTime ? null : new DateTimeOffset(_observedTicks, TimeSpan.Zero);

    /// <summary>The same in every process for equal contents.</summary>
    public ulong Hash { get; }

    /// <summary>The values as texts, made for each call.</summary>
    /// <param name="attributes">How many attributes the schema has.</param>
    public AttributeValues[] Values(int attributes)
    {
        var unpacked = new UnpackedContent(attributes);
        unpacked.Load(this);
        return [.. Enumerable.Range(0, attributes).Select(attribute => AttributeValues.Of(Enumerable.Range(0, unpacked.Count(attribute)).Select(i => unpacked.Text(attribute, i))))];
    }

    /// <summary>The hash of values and identifiers, whatever the source and the time: that of <see cref="ContentComparer.StableHashOf"/>.</summary>
    /// <param name="attributes">How many attributes the schema has.</param>
    public ulong HashOfValues(int attributes) => Source is null && _observedTicks == NoTime ? Hash : HashOf(Values(attributes));

    /// <summary>Asks for its memory, so that it is near when it is compared. Several calls in a row wait for memory together.</summary>
    public void Touch()
    {
        _ = Volatile.Read(ref Packed[0]);
        _ = Volatile.Read(ref Packed[^1]);
    }

    public bool Equals(RecordContent? other) => ReferenceEquals(this, other)
        || (other is not null && Hash == other.Hash && Kind == other.Kind && Packed.AsSpan().SequenceEqual(other.Packed) && Identifiers == other.Identifiers
            && Source == other.Source && _observedTicks == other._observedTicks);

    public override bool Equals(object? obj) => Equals(obj as RecordContent);

    public override int GetHashCode() => Hash.GetHashCode();

    /// <summary>Names nothing: all of it may be personal data.</summary>
    public override string ToString() => "the content of a record";

    private ulong HashOf(ReadOnlySpan<AttributeValues> all)
    {
        ulong hash = (ulong)Kind;
        foreach (AttributeValues values in all)
        {
            for (int i = 0; i < values.Count; i++)
            {
                hash = StableHash.Combine(hash, StableHash.Of(values[i]));
            }

            hash = StableHash.Combine(hash, ulong.MaxValue);
        }

        foreach (Identifier identifier in Identifiers)
        {
            hash = StableHash.Combine(hash, IdentifierRule.Hash(identifier));
        }

        return hash;
    }
}
