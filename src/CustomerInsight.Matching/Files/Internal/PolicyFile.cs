namespace CustomerInsight.Matching;

internal sealed class PolicyFile
{
    public string? Type { get; init; }

    public string? Strength { get; init; }

    public string[]? BlockedValues { get; init; }

    public static PolicyFile From(IdentifierPolicy policy, bool includeValues) => new()
    {
        Type = policy.Type,
        Strength = policy.Strength.ToString(),
        BlockedValues = includeValues ? [.. policy.BlockedValues] : [],
    };

    public IdentifierPolicy ToPolicy(string path) => new(
        FileCheck.Present(Type, $"{path}.type"),
        Enum.TryParse(FileCheck.Present(Strength, $"{path}.strength"), out IdentifierStrength strength) && Enum.IsDefined(strength)
            ? strength
            : throw FileCheck.Impossible($"{path}.strength", $"known strengths are {string.Join(", ", Enum.GetNames<IdentifierStrength>())}"))
    {
        BlockedValues = ValueList.From(FileCheck.Present(BlockedValues, $"{path}.blockedValues")),
    };
}
