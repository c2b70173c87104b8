namespace CustomerInsight.Matching;

internal sealed class PolicyFile
{
    public string? Type { get; init; }

    public string? Strength { get; init; }

    public string[]? BlockedValues { get; init; }

    /// <summary>Nothing where it follows from the strength.</summary>
    public int? MostPerProfile { get; init; }

    public int? MostContents { get; init; }

    public int? ExpiresAfterDays { get; init; }

    public static PolicyFile From(IdentifierPolicy policy, bool includeValues) => new()
    {
        Type = policy.Type,
        Strength = policy.Strength.ToString(),
        BlockedValues = includeValues ? [.. policy.BlockedValues] : [],
        MostPerProfile = policy.MostPerProfile == new IdentifierPolicy(policy.Type, policy.Strength).MostPerProfile ? null : policy.MostPerProfile,
        MostContents = policy.MostContents,
        ExpiresAfterDays = policy.ExpiresAfterDays,
    };

    public IdentifierPolicy ToPolicy(string path) => new(
        FileCheck.Present(Type, $"{path}.type"),
        Enum.TryParse(FileCheck.Present(Strength, $"{path}.strength"), out IdentifierStrength strength) && Enum.IsDefined(strength)
            ? strength
            : throw FileCheck.Impossible($"{path}.strength", $"known strengths are {string.Join(", ", Enum.GetNames<IdentifierStrength>())}"))
    {
        BlockedValues = ValueList.From(FileCheck.Present(BlockedValues, $"{path}.blockedValues")),
        MostPerProfile = MostPerProfile is < 1 ? throw FileCheck.Impossible($"{path}.mostPerProfile", "a profile may hold at least 1") : MostPerProfile,
        MostContents = MostContents is < 1 ? throw FileCheck.Impossible($"{path}.mostContents", "at least 1 content may claim a value") : MostContents,
        ExpiresAfterDays = ExpiresAfterDays is < 1 ? throw FileCheck.Impossible($"{path}.expiresAfterDays", "a value counts for at least 1 day") : ExpiresAfterDays,
    };
}
