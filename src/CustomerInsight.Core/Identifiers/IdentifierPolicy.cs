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

    /// <summary>Gets how many distinct contents may claim one value before it is a hub, which links nothing.</summary>
    /// <value>
    /// Null: <c>MatchingOptions.LargestBlock</c>. At least 1. Decided when a model is trained and kept in it: a value that comes to be claimed by more afterwards counts until the next training.
    /// Records that share a hub are still compared, where not more than <c>LargestBlock</c> do.
    /// </value>
    /// <exception cref="ArgumentOutOfRangeException">It is set below 1.</exception>
    public int? MostContents
    {
        get;
        init => field = AtLeastOne(value);
    }

    /// <summary>Gets how many days apart two records may have been observed and still be linked by a value that both claim: phones are given to others after a while.</summary>
    /// <value>
    /// Null: a value never expires. At least 1. The value counts where a record has no time. The two may still be linked by what else they say, or by way of a third record. Records that
    /// say the same at different times then count as different contents. A weak identifier adds no evidence, so there is none to expire.
    /// </value>
    /// <exception cref="ArgumentOutOfRangeException">It is set below 1.</exception>
    public int? ExpiresAfterDays
    {
        get;
        init => field = AtLeastOne(value);
    }

    /// <summary>Says whether a value that two records claim still counts, by when they were observed.</summary>
    /// <param name="left">When one was observed, or null where its source does not say.</param>
    /// <param name="right">When the other was.</param>
    /// <returns>False where both have a time and these are more than <see cref="ExpiresAfterDays"/> apart.</returns>
    public bool Counts(DateTimeOffset? left, DateTimeOffset? right) =>
        !(ExpiresAfterDays is { } days && left is { } one && right is { } other && (one - other).Duration().TotalDays > days);

    private static int? AtLeastOne(int? value)
    {
        if (value is { } number)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(number, 1, nameof(value));
        }

        return value;
    }
}
