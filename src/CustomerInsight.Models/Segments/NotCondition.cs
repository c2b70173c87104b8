namespace CustomerInsight.Models;

/// <summary>A condition turned round.</summary>
/// <param name="Condition">What must not hold.</param>
public sealed record NotCondition(SegmentCondition Condition) : SegmentCondition
{
    /// <inheritdoc/>
    public override string Describe() => $"not ({Condition?.Describe()})";
}
