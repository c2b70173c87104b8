namespace CustomerInsight.Matching;

/// <summary>Reads the values of contents by the names of attributes.</summary>
/// <param name="schema">The attributes of the contents.</param>
/// <threadsafety>Safe from many threads.</threadsafety>
internal sealed class DirectScope(RecordSchema schema)
{
    public RecordSchema Schema => schema;

    /// <summary>The position of an attribute.</summary>
    /// <exception cref="ArgumentException">There is none of that name.</exception>
    public int Ordinal(string attribute) => schema.IndexOf(attribute) is >= 0 and int ordinal
        ? ordinal
        : throw new ArgumentException($"The match design reads the attribute '{attribute}', which no source has. Map it in a source, or take the comparison or rule out.");

    public AttributeValues Values(RecordContent content, string attribute) => content.Values(schema.Attributes.Count)[Ordinal(attribute)];

    /// <summary>The part of each value that has it.</summary>
    public IEnumerable<string> Parts(RecordContent content, string attribute, ValuePart part) =>
        Values(content, attribute).Select(part.Of).OfType<string>().Where(static text => text.Length > 0);

    /// <summary>Whether any part of a value of one record and any of the other fit.</summary>
    public bool AnyParts(RecordContent left, RecordContent right, string attribute, ValuePart part, Func<string, string, bool> fits) =>
        Parts(left, attribute, part).Any(one => Parts(right, attribute, part).Any(other => fits(one, other)));
}
