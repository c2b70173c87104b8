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
        init => field = AtLeastOne(value);
    }

    /// <summary>Gets how many distinct contents may claim one value before it is a hub, which links nothing and brings none together.</summary>
    /// <value>Null: <c>MatchingOptions.LargestBlock</c>. At least 1. Decided when a model is trained and kept in it: a value that comes to be claimed by more afterwards counts until the next training.</value>
    /// <exception cref="ArgumentOutOfRangeException">It is set below 1.</exception>
    public int? MostContents
    {
        get;
        init => field = AtLeastOne(value);
    }

    /// <summary>Gets how many days apart two records may have been observed and still be linked by a value that both claim: phones are given to others after a while.</summary>
    /// <value>
    /// Null: a value never expires. At least 1. The value counts where a record has no time. Other records may still link the two: each pair is judged for itself. A weak identifier adds no
    /// evidence, so there is none to expire.
    /// </value>
    /// <exception cref="ArgumentOutOfRangeException">It is set below 1.</exception>
    public int? ExpiresAfterDays
    {
        get;
        init => field = AtLeastOne(value);
    }

    private static int? AtLeastOne(int? value)
    {
        if (value is { } number)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(number, 1, nameof(value));
        }

        return value;
    }
}
