namespace CustomerInsight;

/// <summary>The attributes that the records of a source, or of a whole run, may have, in a fixed order.</summary>
/// <remarks>A record holds its values in the order of its schema, so one schema object is shared by all records of a source.</remarks>
/// <threadsafety>Safe from many threads.</threadsafety>
public sealed class RecordSchema : IEquatable<RecordSchema>
{
    private readonly Dictionary<string, int> _ordinals = new(StringComparer.Ordinal);

    /// <summary>Makes a schema.</summary>
    /// <param name="attributes">The attributes in order. May be empty.</param>
    /// <exception cref="ArgumentException">Two attributes have the same name, or one has none.</exception>
    public RecordSchema(IEnumerable<AttributeDefinition> attributes)
    {
        ArgumentNullException.ThrowIfNull(attributes);
        Attributes = ValueList.From(attributes);
        for (int i = 0; i < Attributes.Count; i++)
        {
            if (string.IsNullOrWhiteSpace(Attributes[i].Name) || !_ordinals.TryAdd(Attributes[i].Name, i))
            {
                throw new ArgumentException($"Attribute {i} is named '{Attributes[i].Name}', which is blank or taken by an earlier attribute. Give every attribute a name of its own.", nameof(attributes));
            }
        }

        Origin = new RecordOrigin(this, string.Empty, string.Empty, EntityKind.Person);
    }

    /// <summary>Gets the schema without attributes.</summary>
    public static RecordSchema Empty { get; } = new([]);

    /// <summary>Gets the attributes in order.</summary>
    public ValueList<AttributeDefinition> Attributes { get; }

    /// <summary>Gets where the origins of this schema's records begin.</summary>
    internal RecordOrigin Origin { get; }

    /// <summary>Gets where the values of this schema's records are kept.</summary>
    internal ValueStore Values { get; } = new();

    /// <summary>Finds an attribute by its name.</summary>
    /// <param name="name">The exact name.</param>
    /// <returns>Its position in <see cref="Attributes"/>, or −1 where there is none. Cost O(1).</returns>
    public int IndexOf(string name) => _ordinals.TryGetValue(name, out int ordinal) ? ordinal : -1;

    /// <summary>Finds the attributes of a kind.</summary>
    /// <param name="kind">The kind.</param>
    /// <returns>Their positions in order; empty where there is none.</returns>
    public IEnumerable<int> IndexesOf(AttributeKind kind)
    {
        for (int i = 0; i < Attributes.Count; i++)
        {
            if (Attributes[i].Kind == kind)
            {
                yield return i;
            }
        }
    }

    /// <summary>Joins schemas: each attribute once, sorted by name, so that the order of the sources does not matter.</summary>
    /// <param name="schemas">The schemas to join.</param>
    /// <returns>The joined schema.</returns>
    /// <exception cref="ArgumentException">Two schemas give one name different kinds; the message names the attribute and both kinds.</exception>
    public static RecordSchema Union(IEnumerable<RecordSchema> schemas)
    {
        ArgumentNullException.ThrowIfNull(schemas);
        var joined = new SortedDictionary<string, AttributeDefinition>(StringComparer.Ordinal);
        foreach (AttributeDefinition attribute in schemas.SelectMany(static schema => schema.Attributes))
        {
            if (!joined.TryAdd(attribute.Name, attribute) && joined[attribute.Name].Kind != attribute.Kind)
            {
                throw new ArgumentException($"Attribute '{attribute.Name}' is of kind '{joined[attribute.Name].Kind}' in one source and '{attribute.Kind}' in another. Map both to the same kind, or give one of them another name.", nameof(schemas));
            }
        }

        return new RecordSchema(joined.Values);
    }

    /// <inheritdoc/>
    public bool Equals(RecordSchema? other) => other is not null && Attributes == other.Attributes;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as RecordSchema);

    /// <inheritdoc/>
    public override int GetHashCode() => Attributes.GetHashCode();
}
