namespace CustomerInsight.Matching;

/// <summary>A link between two distinct contents.</summary>
/// <param name="Left">The lower of the two.</param>
/// <param name="Right">The higher.</param>
/// <param name="Weight">The match weight in bits.</param>
public readonly record struct NodeLink(int Left, int Right, double Weight);
