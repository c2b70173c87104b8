namespace CustomerInsight.Matching;

/// <summary>Random pairs that were compared.</summary>
/// <param name="Nodes">How many nodes they were drawn from; only splitting copies makes other nodes of the same records, and then there are more.</param>
/// <param name="Pairs">Their patterns.</param>
internal sealed record RandomPairs(int Nodes, PatternCounts Pairs);
