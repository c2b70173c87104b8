namespace CustomerInsight;

/// <summary>One immutable version of one row of a source about one entity, with the values as the source wrote them.</summary>
/// <remarks>
/// Two records are equal when everything in them is: key, tenant, kind, time, schema, values and identifiers.
/// </remarks>
/// <threadsafety>Safe from many threads.</threadsafety>
public sealed class SourceRecord : IEquatable<SourceRecord>
{
    // Millions are held at once, so what many share stands in one object, and the moment without the room of a nullable.
    private readonly AttributeValues[] _values;
    private readonly int _start;
    private readonly string _id;
    private readonly RecordOrigin _origin;
    private readonly long _observedTicks;
    private readonly short _observedOffsetMinutes;
    private readonly bool _isDated;

    /// <summary>Makes a record.</summary>
    /// <param name="schema">The attributes of the source; share one object between all records of it.</param>
    /// <param name="key">The row's key; neither part may be blank.</param>
    /// <param name="values">One entry for each attribute of the schema, in its order. Copied.</param>
    /// <exception cref="ArgumentException">The key is blank, or there are more or fewer values than attributes.</exception>
    public SourceRecord(RecordSchema schema, RecordKey key, ReadOnlySpan<AttributeValues> values)
    {
        ArgumentNullException.ThrowIfNull(schema);
        ArgumentException.ThrowIfNullOrWhiteSpace(key.Source, nameof(key));
        ArgumentException.ThrowIfNullOrWhiteSpace(key.Id, nameof(key));
        if (values.Length != schema.Attributes.Count)
        {
            throw new ArgumentException($"{values.Length} values for {schema.Attributes.Count} attributes. Give one entry for each attribute, AttributeValues.None where there is no value.", nameof(values));
        }

        _origin = schema.Origin.With(key.Source, string.Empty, default);
        _id = key.Id;
        (_values, _start) = schema.Values.Store(values);
    }

    /// <summary>Gets the attributes that this record may have.</summary>
    public RecordSchema Schema => _origin.Schema;

    /// <summary>Gets the row's key.</summary>
    public RecordKey Key => new(_origin.Source, _id);

    /// <summary>Gets the tenant whose data this is; empty for a host without tenants.</summary>
    public string Tenant
    {
        get => _origin.Tenant;
        init => _origin = _origin.With(_origin.Source, value, _origin.Kind);
    }

    /// <summary>Gets what the record is about.</summary>
    /// <value><see cref="EntityKind.Person"/>.</value>
    public EntityKind EntityKind
    {
        get => _origin.Kind;
        init => _origin = _origin.With(_origin.Source, _origin.Tenant, value);
    }

    /// <summary>Gets when the source held these values, or null where it does not say.</summary>
    public DateTimeOffset? ObservedAt
    {
        get => _isDated ? new DateTimeOffset(_observedTicks, TimeSpan.FromMinutes(_observedOffsetMinutes)) : null;
        init
        {
            _isDated = value is not null;
            _observedTicks = value?.Ticks ?? 0;
            _observedOffsetMinutes = (short)(value?.TotalOffsetMinutes ?? 0);
        }
    }

    /// <summary>Gets the identifiers that the record claims.</summary>
    public ValueList<Identifier> Identifiers { get; init; }

    /// <summary>Gets the values in the order of <see cref="Schema"/>.</summary>
    public ReadOnlySpan<AttributeValues> Values => new(_values, _start, Schema.Attributes.Count);

    /// <summary>Gets the values of one attribute.</summary>
    /// <param name="name">The attribute's exact name.</param>
    /// <returns>Its values; none where the schema has no such attribute.</returns>
    public AttributeValues this[string name] => Schema.IndexOf(name) is >= 0 and int ordinal ? _values[_start + ordinal] : AttributeValues.None;

    /// <summary>Says which of two versions of a record counts: the one observed later; where times do not tell, the one whose content comes later in ordinal order.</summary>
    /// <param name="other">Another version.</param>
    /// <returns>Above 0 where this one counts, below 0 where the other does, 0 where both say the same.</returns>
    public int CompareVersionTo(SourceRecord other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return VersionOrder.Compare(this, other);
    }

    /// <inheritdoc/>
    public bool Equals(SourceRecord? other) =>
        other is not null && Key == other.Key && Tenant == other.Tenant && EntityKind == other.EntityKind && ObservedAt == other.ObservedAt
        && Identifiers == other.Identifiers && Schema.Equals(other.Schema) && Values.SequenceEqual(other.Values);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as SourceRecord);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        HashCode hash = default;
        hash.Add(Key);
        hash.Add(ObservedAt);
        foreach (AttributeValues values in Values)
        {
            hash.Add(values);
        }

        return hash.ToHashCode();
    }

    /// <summary>Names the source only: key and values may be personal data.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"record of source '{Key.Source}'";
}
