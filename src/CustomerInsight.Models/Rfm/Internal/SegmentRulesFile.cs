namespace CustomerInsight.Models;

internal sealed class SegmentRulesFile
{
    public required SegmentRuleFile[] Segments { get; init; }

    public static SegmentRulesFile From(SegmentRules rules) => new() { Segments = [.. rules.Rules.Select(SegmentRuleFile.From)] };

    public SegmentRules ToRules() => new(SegmentRuleFile.ToRules(Segments));
}
