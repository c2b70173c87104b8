namespace CustomerInsight;

/// <summary>How often a field changes.</summary>
/// <param name="Field">The field's name.</param>
/// <param name="Values">In how many profiles it would have other values.</param>
/// <param name="Winners">In how many it would have the same values from another record.</param>
/// <param name="Added">How many profiles would have it that did not.</param>
/// <param name="Removed">How many would not have it any more.</param>
public readonly record struct FieldImpact(string Field, long Values, long Winners, long Added, long Removed);
