namespace CustomerInsight.Models;

/// <summary>Whether two samples of numbers come from the same distribution: the test of Kolmogorov and Smirnov, two-sided.</summary>
/// <param name="Statistic">The largest distance between their cumulative shares, from 0 to 1.</param>
/// <param name="PValue">How probable so large a distance is where they do. Of very many rows, small distances have small p-values.</param>
/// <remarks><para>Source: Smirnov, "Table for estimating the goodness of fit of empirical distributions", Annals of Mathematical Statistics 19(2), 1948; the limit distribution with the correction for small
/// samples of Stephens, "Use of the Kolmogorov–Smirnov, Cramér–von Mises and related statistics without extensive tables", Journal of the Royal Statistical Society B 32(1), 1970.
/// Where many numbers are equal the p-value is too large rather than too small.</para></remarks>
public sealed record KolmogorovSmirnovTest(double Statistic, double PValue)
{
    /// <summary>Compares two samples.</summary>
    /// <param name="first">Numbers, none of them NaN; at least one.</param>
    /// <param name="second">Numbers, none of them NaN; at least one.</param>
    /// <returns>The test.</returns>
    /// <exception cref="ArgumentException">There are no numbers, or one is NaN.</exception>
    /// <remarks>Time O(n log n).</remarks>
    public static KolmogorovSmirnovTest Of(ReadOnlySpan<double> first, ReadOnlySpan<double> second)
    {
        double[] scores = [.. first, .. second];
        bool[] isFirst = new bool[scores.Length];
        isFirst.AsSpan(0, first.Length).Fill(true);
        if (first.IsEmpty || second.IsEmpty)
        {
            throw new ArgumentException("A sample has no numbers. Give at least one of each.", first.IsEmpty ? nameof(first) : nameof(second));
        }

        double distance = ClassificationMetrics.KolmogorovSmirnov(scores, isFirst);
        return new KolmogorovSmirnovTest(distance, PValueOf(distance, first.Length, second.Length));
    }

    internal static double PValueOf(double distance, int first, int second)
    {
        double root = Math.Sqrt((double)first * second / ((double)first + second));
        double x = (root + 0.12 + (0.11 / root)) * distance;

        // The series alternates; below this its value is 1 to all digits, and it converges slowly.
        if (x < 0.2)
        {
            return 1;
        }

        double sum = 0;
        double term = 1;
        for (int k = 1; k <= 100 && Math.Abs(term) > 1e-18; k++)
        {
            term = (k % 2 == 1 ? 2 : -2) * Math.Exp(-2.0 * k * k * x * x);
            sum += term;
        }

        return Math.Clamp(sum, 0, 1);
    }
}
