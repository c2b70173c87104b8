namespace CustomerInsight.Matching;

/// <summary>One rung of a comparison's ladder.</summary>
/// <param name="Name">What it means, in words that stand in explanations, such as <c>same</c> or <c>one typing error</c>.</param>
/// <param name="Condition">When it holds.</param>
public sealed record ComparisonLevel(string Name, LevelCondition Condition)
{
    /// <summary>Gets the attribute whose shared value makes the level weigh more when rare and less when common, or null.</summary>
    /// <value>Null.</value>
    public string? TermFrequency { get; init; }

    /// <summary>Gets how much the adjustment for the value's frequency counts: 1 in full, 0 not at all.</summary>
    /// <value>1. At least 0.</value>
    /// <exception cref="ArgumentOutOfRangeException">It is set below 0 or to no number.</exception>
    public double TermFrequencyWeight
    {
        get;
        init => field = value >= 0 && double.IsFinite(value) ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "A weight of 0 or more is needed.");
    } = 1;

    /// <summary>Gets the frequency below which no value is taken to be, so that a rare value cannot outweigh everything else.</summary>
    /// <value>0. From 0 to 1.</value>
    /// <exception cref="ArgumentOutOfRangeException">It is set outside that range.</exception>
    public double LeastFrequency
    {
        get;
        init => field = value is >= 0 and <= 1 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "A frequency from 0 to 1 is needed.");
    }

    /// <summary>Gets a value indicating whether the comparison says nothing where this level holds, since another one has said it: 0 bits, as for a missing value.</summary>
    /// <value>False.</value>
    public bool IsSilent { get; init; }
}
