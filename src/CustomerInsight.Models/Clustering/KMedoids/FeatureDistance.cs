namespace CustomerInsight.Models;

/// <summary>How far apart two rows are, on the scale of a model.</summary>
public enum FeatureDistance
{
    /// <summary>The straight line: the root of the sum of the squared differences.</summary>
    Euclidean,

    /// <summary>The sum of the differences, whatever their sign: a single far feature counts for less. With <see cref="FeatureTransform.MinMax"/> it orders rows as Gower's distance of numbers does.</summary>
    Manhattan,
}
