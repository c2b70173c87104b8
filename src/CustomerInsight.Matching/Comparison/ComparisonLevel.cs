namespace CustomerInsight.Matching;

/// <summary>One rung of a comparison's ladder.</summary>
/// <param name="Name">What it means, in words that stand in explanations, such as <c>same</c> or <c>one typing error</c>.</param>
/// <param name="Condition">When it holds.</param>
public sealed record ComparisonLevel(string Name, LevelCondition Condition)
{
    /// <summary>Gets the attribute whose shared value makes the level weigh more when rare and less when common, or null.</summary>
    /// <value>Null.</value>
    public string? TermFrequency { get; init; }

    /// <summary>Gets a value indicating whether the comparison says nothing where this level holds, since another one has said it: 0 bits, as for a missing value.</summary>
    /// <value>False.</value>
    public bool IsSilent { get; init; }
}
