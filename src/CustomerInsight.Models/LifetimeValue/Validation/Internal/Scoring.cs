namespace CustomerInsight.Models;

/// <summary>Compares what was expected of customers with what they did.</summary>
internal static class Scoring
{
    public static ForecastScore Of(string name, bool isBaseline, ReadOnlySpan<double> expected, ReadOnlySpan<double> actual)
    {
        double expectedSum = 0;
        double actualSum = 0;
        double absolute = 0;
        double squared = 0;
        for (int i = 0; i < expected.Length; i++)
        {
            double error = expected[i] - actual[i];
            expectedSum += expected[i];
            actualSum += actual[i];
            absolute += Math.Abs(error);
            squared += error * error;
        }

        double customers = Math.Max(1, expected.Length);
        return new ForecastScore(
            name,
            isBaseline,
            expectedSum,
            actualSum,
            (expectedSum - actualSum) / customers,
            absolute / customers,
            Math.Sqrt(squared / customers),
            Correlation(expected, actual));
    }

    /// <summary>Pearson's correlation; null where one side is the same for all.</summary>
    public static double? Correlation(ReadOnlySpan<double> left, ReadOnlySpan<double> right)
    {
        if (IsConstant(left) || IsConstant(right))
        {
            return null;
        }

        double meanLeft = Mean(left);
        double meanRight = Mean(right);
        double both = 0;
        double ofLeft = 0;
        double ofRight = 0;
        for (int i = 0; i < left.Length; i++)
        {
            double x = left[i] - meanLeft;
            double y = right[i] - meanRight;
            both += x * y;
            ofLeft += x * x;
            ofRight += y * y;
        }

        double scale = Math.Sqrt(ofLeft) * Math.Sqrt(ofRight);
        return scale > 0 && double.IsFinite(scale) ? Math.Clamp(both / scale, -1, 1) : null;
    }

    public static double Mean(ReadOnlySpan<double> values)
    {
        double sum = 0;
        foreach (double value in values)
        {
            sum += value;
        }

        return sum / values.Length;
    }

    private static bool IsConstant(ReadOnlySpan<double> values) => values.IsEmpty || !values.ContainsAnyExcept(values[0]);
}
