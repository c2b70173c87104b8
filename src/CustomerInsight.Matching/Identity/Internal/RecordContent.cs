namespace CustomerInsight.Matching;

/// <summary>What a record says in standardized form: all that it is matched by, without a table around it.</summary>
/// <remarks>Records of equal content share one, as they share a node of <see cref="MatchNodes"/>.</remarks>
/// <threadsafety>Safe from many threads.</threadsafety>
internal sealed class RecordContent : IEquatable<RecordContent>
{
    private const long NoTime = -1;

    private readonly AttributeValues[] _values;
    private readonly long _observedTicks;

    /// <param name="kind">What it is about.</param>
    /// <param name="values">The standardized values of each attribute of the schema, each once. Kept, not copied.</param>
    /// <param name="identifiers">What it claims.</param>
    /// <param name="source">Its source, where sources are told apart.</param>
    /// <param name="observedAt">When it was observed, where that decides whether an identifier links.</param>
    public RecordContent(EntityKind kind, AttributeValues[] values, ValueList<Identifier> identifiers, string? source = null, DateTimeOffset? observedAt = null)
    {
        Kind = kind;
        _values = values;
        Identifiers = identifiers;
        Source = source;
        _observedTicks = observedAt?.UtcTicks ?? NoTime;
        Hash = HashOfValues();
        Hash = source is null ? Hash : StableHash.Combine(Hash, StableHash.Of(source));
        Hash = observedAt is null ? Hash : StableHash.Combine(Hash, (ulong)_observedTicks);
    }

    public EntityKind Kind { get; }

    /// <summary>The values of each attribute, in the order of the schema.</summary>
    public ReadOnlySpan<AttributeValues> Values => _values;

    public ValueList<Identifier> Identifiers { get; }

    /// <summary>The source; null where sources are not told apart.</summary>
    public string? Source { get; }

    /// <summary>When it was observed, to the same instant; null where it does not say, or where that decides nothing.</summary>
    public DateTimeOffset? ObservedAt => _observedTicks == NoTime ? null : new DateTimeOffset(_observedTicks, TimeSpan.Zero);

    /// <summary>The same in every process for equal contents.</summary>
    public ulong Hash { get; }

    /// <summary>The hash of values and identifiers, whatever the source and the time: that of <see cref="ContentComparer.StableHashOf"/>.</summary>
    public ulong HashOfValues()
    {
        ulong hash = (ulong)Kind;
        foreach (AttributeValues values in _values)
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

    /// <summary>Reads a little of each value, so that all of them are near when they are compared. Several calls in a row wait for memory together.</summary>
    /// <returns>A number without meaning, so that nobody leaves the reading out.</returns>
    public int Touch()
    {
        int units = Identifiers.Count;
        foreach (AttributeValues values in _values)
        {
            units += values.First is { Length: > 0 } first ? first[^1] : 0;
        }

        return units;
    }

    public bool Equals(RecordContent? other) => ReferenceEquals(this, other)
        || (other is not null && Hash == other.Hash && Kind == other.Kind && Values.SequenceEqual(other.Values) && Identifiers == other.Identifiers
            && Source == other.Source && _observedTicks == other._observedTicks);

    public override bool Equals(object? obj) => Equals(obj as RecordContent);

    public override int GetHashCode() => Hash.GetHashCode();

    /// <summary>Names nothing: all of it may be personal data.</summary>
    public override string ToString() => "the content of a record";
}
