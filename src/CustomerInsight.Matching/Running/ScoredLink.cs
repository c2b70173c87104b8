namespace CustomerInsight.Matching;

/// <summary>A pair of nodes that weighs enough, with the position of the rule that found it.</summary>
internal readonly record struct ScoredLink(int Rule, int Left, int Right, double Weight);
