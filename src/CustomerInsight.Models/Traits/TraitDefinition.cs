namespace CustomerInsight.Models;

/// <summary>One named trait of customers: a value computed as of a date, or taken over from a profile.</summary>
/// <param name="Name">The trait's name, unique within a schema; upper and lower case differ. Not blank.</param>
/// <param name="Kind">What sort of value it has.</param>
/// <param name="Description">What it means, for a person; may be empty.</param>
public sealed record TraitDefinition(string Name, TraitKind Kind, string Description = "");
