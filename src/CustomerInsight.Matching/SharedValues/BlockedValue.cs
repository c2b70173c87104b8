namespace CustomerInsight.Matching;

/// <summary>A value of an attribute that is no person's own and counts as missing: a mailbox of a firm, the phone of a hub, a placeholder.</summary>
/// <param name="Attribute">The attribute's name in the schema.</param>
/// <param name="Value">The value, as a source writes it or standardized; for an e-mail also a user part that ends with @, such as <c>info@</c>, for all addresses with it. Personal data: the text of the object leaves it out.</param>
/// <threadsafety>Safe from many threads.</threadsafety>
public sealed record BlockedValue(string Attribute, string Value)
{
    /// <summary>Names the attribute, never the value.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"a blocked value of {Attribute}";
}
