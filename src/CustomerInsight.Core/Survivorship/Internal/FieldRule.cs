namespace CustomerInsight;

/// <summary>How one field is decided.</summary>
/// <param name="Group">The group it belongs to, or null for a field on its own.</param>
/// <param name="Rule">The rule.</param>
internal readonly record struct FieldRule(string? Group, ISurvivorshipRule Rule);
