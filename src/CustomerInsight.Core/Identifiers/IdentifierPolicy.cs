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

    /// <summary>Gets how many different values inside one scope a profile may hold; records that together would hold more are not one profile.</summary>
    /// <value>Null: 1 for a unique identifier, as many as there are for any other. At least 1.</value>
    /// <exception cref="ArgumentOutOfRangeException">It is set below 1.</exception>
    public int? MostPerProfile
    {
        get => field ?? (Strength == IdentifierStrength.Unique ? 1 : null);
        init
        {
            if (value is { } most)
            {
                ArgumentOutOfRangeException.ThrowIfLessThan(most, 1);
            }

            field = value;
        }
    }
}
