namespace CustomerInsight.Models;

/// <summary>Conditions of which at least one must hold.</summary>
/// <param name="Conditions">The conditions in order; at least one.</param>
public sealed record AnyCondition(ValueList<SegmentCondition> Conditions) : SegmentCondition
{
    /// <inheritdoc/>
    public override string Describe() => Conditions.Count == 0 ? "no one" : Joined(Conditions, " or ");
}
