namespace CustomerInsight.Matching;

internal sealed class LevelFile
{
    public string? Name { get; init; }

    public ConditionSpec? Condition { get; init; }

    public bool? Silent { get; init; }

    public string? TermFrequency { get; init; }

    public double? TermFrequencyWeight { get; init; }

    public double? LeastFrequency { get; init; }

    public double? M { get; init; }

    public double? U { get; init; }

    public double? H { get; init; }

    public double? Agreement { get; init; }

    public static LevelFile From(ComparisonLevel? level, LevelParameters numbers) => new()
    {
        Name = numbers.Level,
        Condition = level?.Condition.Spec,
        Silent = level is { IsSilent: true } ? true : null,
        TermFrequency = level?.TermFrequency,
        TermFrequencyWeight = level is { TermFrequency: not null } ? level.TermFrequencyWeight : null,
        LeastFrequency = level is { TermFrequency: not null } ? level.LeastFrequency : null,
        M = numbers.M,
        U = numbers.U,
        H = numbers.H,
        Agreement = numbers.Agreement,
    };

    public ComparisonLevel ToLevel(MatchModelLoadOptions options, string path)
    {
        LevelCondition condition = ConditionKinds.Make(FileCheck.Present(Condition, $"{path}.condition"), options, $"{path}.condition");
        return new ComparisonLevel(FileCheck.Present(Name, $"{path}.name"), condition)
        {
            IsSilent = Silent ?? false,
            TermFrequency = TermFrequency,
            TermFrequencyWeight = TermFrequencyWeight is null or (>= 0 and < double.PositiveInfinity) ? TermFrequencyWeight ?? 1 : throw FileCheck.Impossible($"{path}.termFrequencyWeight", "a finite weight of 0 or more is needed"),
            LeastFrequency = LeastFrequency is null or (>= 0 and <= 1) ? LeastFrequency ?? 0 : throw FileCheck.Impossible($"{path}.leastFrequency", "a frequency from 0 to 1 is needed"),
        };
    }

    public LevelParameters ToNumbers(string path) => new(
        FileCheck.Present(Name, $"{path}.name"),
        FileCheck.Probability(M, $"{path}.m"),
        FileCheck.Probability(U, $"{path}.u"))
    {
        H = H is null ? null : FileCheck.Probability(H, $"{path}.h"),
        Agreement = Agreement is null ? null : FileCheck.Probability(Agreement, $"{path}.agreement"),
    };
}
