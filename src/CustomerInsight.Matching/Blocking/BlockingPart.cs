namespace CustomerInsight.Matching;

/// <summary>One condition of a blocking rule: an attribute, or a part of its value, must be the same.</summary>
/// <param name="Attribute">The attribute's name.</param>
/// <param name="Part">The part of its values.</param>
public sealed record BlockingPart(string Attribute, ValuePart Part)
{
    /// <summary>The whole value of an attribute; the named form of the conversion.</summary>
    /// <param name="attribute">The attribute's name.</param>
    /// <returns>The part.</returns>
    public static BlockingPart FromString(string attribute) => new(attribute, ValuePart.Whole);

    /// <summary>The whole value of an attribute.</summary>
    /// <param name="attribute">The attribute's name.</param>
    public static implicit operator BlockingPart(string attribute) => FromString(attribute);

    /// <summary>Writes the attribute and, unless the whole value counts, the part.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => ReferenceEquals(Part, ValuePart.Whole) ? Attribute : $"{Attribute} ({Part.Name})";

    internal PartHashes Hashes(StandardizedTable table)
    {
        int ordinal = table.Schema.IndexOf(Attribute);
        return ordinal >= 0 ? new PartHashes(table.Column(ordinal), Part) : throw new ArgumentException($"A blocking rule reads the attribute '{Attribute}', which no source has. Map it in a source, or take the rule out.", nameof(table));
    }
}
