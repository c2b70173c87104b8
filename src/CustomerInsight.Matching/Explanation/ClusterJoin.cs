namespace CustomerInsight.Matching;

/// <summary>A link that joined two parts of a cluster.</summary>
/// <param name="Link">The link.</param>
/// <param name="LeftRecords">How many records the part of its left record had before.</param>
/// <param name="RightRecords">How many records the part of its right record had before.</param>
public readonly record struct ClusterJoin(MatchLink Link, int LeftRecords, int RightRecords);
