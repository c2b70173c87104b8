namespace CustomerInsight;

/// <summary>How identifiers of one type are to be taken.</summary>
/// <param name="Type">The identifiers' type.</param>
/// <param name="Strength">How much it says that two records share one.</param>
/// <threadsafety>Safe from many threads.</threadsafety>
public sealed record IdentifierPolicy(string Type, IdentifierStrength Strength)
{
    /// <summary>Gets the values that never link records: test accounts, placeholders, a shop's own number.</summary>
    /// <value>None.</value>
    public ValueList<string> BlockedValues { get; init; }
}
