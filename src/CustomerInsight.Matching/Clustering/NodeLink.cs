namespace CustomerInsight.Matching;

/// <summary>A compared pair of distinct contents with what it weighs.</summary>
/// <param name="Left">The lower of the two.</param>
/// <param name="Right">The higher.</param>
/// <param name="Weight">The match weight in bits; positive infinity where a rule says that the two are one entity whatever they weigh.</param>
public readonly record struct NodeLink(int Left, int Right, double Weight);
