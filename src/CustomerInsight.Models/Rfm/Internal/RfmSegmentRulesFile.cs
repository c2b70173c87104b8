namespace CustomerInsight.Models;

internal sealed class RfmSegmentRulesFile
{
    public required RfmSegmentRuleFile[] Segments { get; init; }

    public static RfmSegmentRulesFile From(RfmSegmentRules rules) => new() { Segments = [.. rules.Rules.Select(RfmSegmentRuleFile.From)] };

    public RfmSegmentRules ToRules() => new(RfmSegmentRuleFile.ToRules(Segments));
}
