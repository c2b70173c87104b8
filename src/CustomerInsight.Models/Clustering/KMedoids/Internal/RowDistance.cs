namespace CustomerInsight.Models;

/// <summary>The distance of two rows, rounded as those of <see cref="TurnedRows"/> are.</summary>
internal static class RowDistance
{
    public static double Between(ReadOnlySpan<double> left, ReadOnlySpan<double> right, FeatureDistance distance)
    {
        if (distance == FeatureDistance.Euclidean)
        {
            return Math.Sqrt(NearestCenters.Squared(left, right));
        }

        double sum = 0;
        for (int column = 0; column < left.Length; column++)
        {
            sum += Math.Abs(left[column] - right[column]);
        }

        return sum;
    }
}
