using System.Text.Json.Serialization;

namespace CustomerInsight.Models;

/// <summary>A rule in a file: each band as lowest score taken and first score no longer taken, either of which may be null; a band that is not there takes every score.</summary>
internal sealed class RfmSegmentRuleFile
{
    public required string Name { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double?[]? Recency { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double?[]? Frequency { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double?[]? Monetary { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double?[]? FrequencyAndMonetary { get; init; }

    public static RfmSegmentRuleFile From(RfmSegmentRule rule) => new()
    {
        Name = rule.Name,
        Recency = Pair(rule.Recency),
        Frequency = Pair(rule.Frequency),
        Monetary = Pair(rule.Monetary),
        FrequencyAndMonetary = Pair(rule.FrequencyAndMonetary),
    };

    public static ValueList<RfmSegmentRule> ToRules(RfmSegmentRuleFile[] segments) =>
        ValueList.From(segments.Select(static segment => segment?.ToRule() ?? throw new ArgumentException("A segment rule is null.", nameof(segments))));

    private RfmSegmentRule ToRule() => new(string.IsNullOrWhiteSpace(Name) ? throw new ArgumentException("A segment rule has no name.", nameof(Name)) : Name)
    {
        Recency = Band(Recency),
        Frequency = Band(Frequency),
        Monetary = Band(Monetary),
        FrequencyAndMonetary = Band(FrequencyAndMonetary),
    };

    private static double?[]? Pair(ScoreBand band) => band.IsAny ? null : [band.AtLeast, band.Below];

    private static ScoreBand Band(double?[]? pair) => pair switch
    {
        null => default,
        [var atLeast, var below] => new ScoreBand(atLeast, below),
        _ => throw new ArgumentException("A band of scores needs two limits, either of which may be null.", nameof(pair)),
    };
}
