namespace CustomerInsight;

/// <summary>Fields that are decided together: a group, or one field on its own.</summary>
/// <param name="Group">The group's name, or null.</param>
/// <param name="Rule">The rule that decides.</param>
/// <param name="Fields">The fields' names in ordinal order.</param>
/// <param name="Ordinals">For each schema of the plan, where each field stands in it, or −1.</param>
/// <param name="AreDates">Whether each field is a date.</param>
internal sealed record MergeUnit(string? Group, ISurvivorshipRule Rule, string[] Fields, int[][] Ordinals, bool[] AreDates);
