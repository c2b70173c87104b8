namespace CustomerInsight;

/// <summary>One field of a profile, with where its value came from.</summary>
/// <param name="Name">The attribute's name.</param>
/// <param name="Values">The values that survived, as their source wrote them. None where the winner of the field's group left it empty.</param>
/// <param name="Rule">The survivorship rule that chose, by name.</param>
/// <param name="Group">The field group that was chosen as one, or null for a field on its own.</param>
/// <param name="Winner">The record the values came from.</param>
/// <param name="Losers">The other records that had a value here, in canonical order.</param>
public sealed record ProfileField(string Name, AttributeValues Values, string Rule, string? Group, LineageEntry Winner, ValueList<LineageEntry> Losers);
