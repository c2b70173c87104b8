namespace CustomerInsight.Models;

/// <summary>Conditions that must all hold; without any, every customer meets it.</summary>
/// <param name="Conditions">The conditions in order.</param>
public sealed record AllCondition(ValueList<SegmentCondition> Conditions) : SegmentCondition
{
    /// <inheritdoc/>
    public override string Describe() => Conditions.Count == 0 ? "everyone" : Joined(Conditions, " and ");
}
