namespace CustomerInsight;

/// <summary>One immutable version of one row of a source about one entity, with the values as the source wrote them.</summary>
/// <remarks>
/// Two records are equal when everything in them is: key, tenant, kind, time, schema, values and identifiers.
/// </remarks>
/// <threadsafety>Safe from many threads.</threadsafety>
public sealed class SourceRecord : IEquatable<SourceRecord>
{
    private readonly AttributeValues[] _values;

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

        Schema = schema;
        Key = key;
        _values = values.ToArray();
    }

    /// <summary>Gets the attributes that this record may have.</summary>
    public RecordSchema Schema { get; }

    /// <summary>Gets the row's key.</summary>
    public RecordKey Key { get; }

    /// <summary>Gets the tenant whose data this is; empty for a host without tenants.</summary>
    public string Tenant { get; init; } = string.Empty;

    /// <summary>Gets what the record is about.</summary>
    /// <value><see cref="EntityKind.Person"/>.</value>
    public EntityKind EntityKind { get; init; }

    /// <summary>Gets when the source held these values, or null where it does not say.</summary>
    public DateTimeOffset? ObservedAt { get; init; }

    /// <summary>Gets the identifiers that the record claims.</summary>
    public ValueList<Identifier> Identifiers { get; init; }

    /// <summary>Gets the values in the order of <see cref="Schema"/>.</summary>
    public ReadOnlySpan<AttributeValues> Values => _values;

    /// <summary>Gets the values of one attribute.</summary>
    /// <param name="name">The attribute's exact name.</param>
    /// <returns>Its values; none where the schema has no such attribute.</returns>
    public AttributeValues this[string name] => Schema.IndexOf(name) is >= 0 and int ordinal ? _values[ordinal] : AttributeValues.None;

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
        foreach (AttributeValues values in _values)
        {
            hash.Add(values);
        }

        return hash.ToHashCode();
    }

    /// <summary>Names the source only: key and values may be personal data.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"record of source '{Key.Source}'";
}
