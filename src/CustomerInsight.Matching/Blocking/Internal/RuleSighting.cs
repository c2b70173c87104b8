namespace CustomerInsight.Matching;

/// <summary>What a rule finds for the anchors.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Pairs">Its pairs, rising, each the anchor's number in the upper half and the other node in the lower; null where they are too many.</param>
/// <param name="PairsPerRecord">How many pairs a record it finds, estimated.</param>
internal sealed record RuleSighting(IBlockingRule Rule, ulong[]? Pairs, double PairsPerRecord);
