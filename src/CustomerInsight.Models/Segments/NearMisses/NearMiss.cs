namespace CustomerInsight.Models;

/// <summary>A customer who is not in a segment for one answer only.</summary>
/// <param name="Customer">The customer's name in results.</param>
/// <param name="Distance">As <see cref="ConditionGap.Distance"/>: by how much the number or day would have to change; null where that cannot be said.</param>
public readonly record struct NearMiss(string Customer, double? Distance)
{
    /// <summary>Says by how much, never who.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => FormattableString.Invariant($"off by {Distance}");
}
