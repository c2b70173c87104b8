namespace CustomerInsight.Models;

/// <summary>Whether a customer is in another segment of the same set.</summary>
/// <param name="Segment">That segment's name.</param>
public sealed record InSegmentCondition(string Segment) : SegmentCondition
{
    /// <inheritdoc/>
    public override string Describe() => $"is in segment '{Segment}'";
}
