namespace CustomerInsight.Models;

/// <summary>A rule in a file: each band as lowest score taken and first score no longer taken.</summary>
internal sealed class SegmentRuleFile
{
    public required string Name { get; init; }

    public required double?[] Recency { get; init; }

    public required double?[] Frequency { get; init; }

    public required double?[] Monetary { get; init; }

    public required double?[] FrequencyAndMonetary { get; init; }

    public static SegmentRuleFile From(SegmentRule rule) => new()
    {
        Name = rule.Name,
        Recency = Pair(rule.Recency),
        Frequency = Pair(rule.Frequency),
        Monetary = Pair(rule.Monetary),
        FrequencyAndMonetary = Pair(rule.FrequencyAndMonetary),
    };

    public SegmentRule ToRule() => new(Name)
    {
        Recency = Band(Recency),
        Frequency = Band(Frequency),
        Monetary = Band(Monetary),
        FrequencyAndMonetary = Band(FrequencyAndMonetary),
    };

    private static double?[] Pair(ScoreBand band) => [band.AtLeast, band.Below];

    private static ScoreBand Band(double?[] pair) => pair is [double or null, double or null]
        ? new ScoreBand(pair[0], pair[1])
        : throw new ArgumentException("A band of scores needs two limits, either of which may be null.", nameof(pair));
}
