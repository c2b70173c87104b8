namespace CustomerInsight.Matching;

/// <summary>Two distinct contents.</summary>
/// <param name="Left">The lower of the two.</param>
/// <param name="Right">The higher.</param>
public readonly record struct NodePair(int Left, int Right);
