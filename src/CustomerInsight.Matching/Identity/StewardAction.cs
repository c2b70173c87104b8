namespace CustomerInsight.Matching;

/// <summary>What a person decides about records.</summary>
/// <threadsafety>Safe from many threads.</threadsafety>
public sealed record StewardAction
{
    private StewardAction(StewardActionKind kind) => Kind = kind;

    /// <summary>Gets what is decided.</summary>
    public StewardActionKind Kind { get; }

    /// <summary>Gets the profiles that a merge or an unmerge is about.</summary>
    public ValueList<ProfileId> Profiles { get; private init; }

    /// <summary>Gets the records that are unmerged, or of which the same or different is said.</summary>
    public ValueList<RecordKey> Records { get; private init; }

    /// <summary>Gets the decision that is retracted; 0 for any other action.</summary>
    public long Decision { get; private init; }

    /// <summary>Profiles are one entity: all of their records of now are.</summary>
    /// <param name="profiles">At least two; retired ids count as what they lead to.</param>
    /// <returns>The action.</returns>
    /// <exception cref="ArgumentException">There are fewer than two.</exception>
    public static StewardAction Merge(params ProfileId[] profiles)
    {
        ArgumentNullException.ThrowIfNull(profiles);
        ValueList<ProfileId> distinct = ValueList.From(profiles.Distinct().Order());
        return distinct.Count > 1 ? new(StewardActionKind.Merge) { Profiles = distinct } : throw new ArgumentException("A merge is of two profiles or more.", nameof(profiles));
    }

    /// <summary>Some records of a profile are not the entity that the others are.</summary>
    /// <param name="profile">The profile.</param>
    /// <param name="records">The records to take out, together; none to take every record apart from every other.</param>
    /// <returns>The action. The two sides do not come together again until it is retracted.</returns>
    public static StewardAction Unmerge(ProfileId profile, params RecordKey[] records)
    {
        ArgumentNullException.ThrowIfNull(records);
        return new(StewardActionKind.Unmerge) { Profiles = [profile], Records = ValueList.From(records.Distinct().Order()) };
    }

    /// <summary>Two records are one entity.</summary>
    /// <param name="left">One record.</param>
    /// <param name="right">The other.</param>
    /// <returns>The action.</returns>
    /// <exception cref="ArgumentException">Both are the same record.</exception>
    public static StewardAction Same(RecordKey left, RecordKey right) => Of(StewardActionKind.Same, Assertion.Same(left, right));

    /// <summary>Two records are two entities.</summary>
    /// <param name="left">One record.</param>
    /// <param name="right">The other.</param>
    /// <returns>The action.</returns>
    /// <exception cref="ArgumentException">Both are the same record.</exception>
    public static StewardAction Different(RecordKey left, RecordKey right) => Of(StewardActionKind.Different, Assertion.Different(left, right));

    /// <summary>An earlier decision no longer holds.</summary>
    /// <param name="decision">Its number: <see cref="StewardResult.Decision"/> or <see cref="StewardDecision.Number"/>.</param>
    /// <returns>The action.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="decision"/> is below 1.</exception>
    public static StewardAction Retract(long decision)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(decision, 1);
        return new(StewardActionKind.Retract) { Decision = decision };
    }

    private static StewardAction Of(StewardActionKind kind, Assertion assertion) => new(kind) { Records = [assertion.Left, assertion.Right] };
}
