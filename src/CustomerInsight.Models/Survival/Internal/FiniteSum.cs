namespace CustomerInsight.Models;

/// <summary>Sums of coefficients × features that leave the range of numbers, at the end or on the way.</summary>
internal static class FiniteSum
{
    private const int Power = 540;

    /// <summary>Gives such a sum: at most the largest number, at least the lowest.</summary>
    /// <param name="start">What it began with.</param>
    /// <param name="features">The features, finite.</param>
    /// <param name="coefficient">The coefficient of each.</param>
    public static double Of(double start, ReadOnlySpan<double> features, Func<int, double> coefficient)
    {
        double small = Math.ScaleB(start, -2 * Power);
        for (int i = 0; i < features.Length; i++)
        {
            small += Math.ScaleB(coefficient(i), -Power) * Math.ScaleB(features[i], -Power);
        }

        return Math.Clamp(Math.ScaleB(small, 2 * Power), double.MinValue, double.MaxValue);
    }
}
