using MathNet.Numerics;

namespace CustomerInsight.Models;

/// <summary>The rank test of Mann and Whitney, two-sided, with Cliff's delta.</summary>
/// <remarks>
/// Sources: Mann, Whitney, "On a Test of Whether one of Two Random Variables is Stochastically Larger than the Other", Annals of Mathematical Statistics 18(1), 1947; ties and continuity as in
/// Hollander, Wolfe, Chicken, Nonparametric Statistical Methods (2014), section 4.1; Cliff, "Dominance statistics", Psychological Bulletin 114(3), 1993.
/// </remarks>
internal static class MannWhitney
{
    private const int ExactBelow = 50;

    /// <summary>Tests two samples in rising order; null where all values are the same.</summary>
    public static TestOutcome? Of(ReadOnlySpan<double> first, ReadOnlySpan<double> second)
    {
        double u = 0;
        double ties = 0;
        int i = 0;
        int j = 0;
        while (i < first.Length || j < second.Length)
        {
            double value = j == second.Length || (i < first.Length && first[i] <= second[j]) ? first[i] : second[j];
            int inFirst = CountOf(value, first[i..]);
            int inSecond = CountOf(value, second[j..]);
            u += inFirst * (j + (0.5 * inSecond));
            double tied = (double)inFirst + inSecond;
            ties += ((tied * tied) - 1) * tied;
            i += inFirst;
            j += inSecond;
        }

        double pairs = (double)first.Length * second.Length;
        double all = (double)first.Length + second.Length;
        double variance = pairs / 12 * (all + 1 - (ties / (all * (all - 1))));
        if (!(variance > 0))
        {
            return null;
        }

        double p = ties == 0 && first.Length < ExactBelow && second.Length < ExactBelow
            ? Exact(u, first.Length, second.Length)
            : SpecialFunctions.Erfc(Math.Max(0, Math.Abs(u - (pairs / 2)) - 0.5) / Math.Sqrt(2 * variance));
        return new TestOutcome(DifferenceTest.MannWhitney, u, Math.Min(1, p), (2 * u / pairs) - 1, DifferenceMeasure.CliffsDelta);
    }

    private static int CountOf(double value, ReadOnlySpan<double> sorted)
    {
        int count = 0;
        while (count < sorted.Length && sorted[count] == value)
        {
            count++;
        }

        return count;
    }

    /// <summary>Twice the chance of a U as far from the middle, from how many orders of the two samples give each U.</summary>
    private static double Exact(double u, int first, int second)
    {
        // The generating function of U is the product of (1 - x^(second + k)) / (1 - x^k) for k from 1 to first.
        double[] orders = new double[(first * second) + 1];
        orders[0] = 1;
        for (int k = 1; k <= first; k++)
        {
            for (int at = orders.Length - 1; at >= second + k; at--)
            {
                orders[at] -= orders[at - second - k];
            }

            for (int at = k; at < orders.Length; at++)
            {
                orders[at] += orders[at - k];
            }
        }

        int tail = (int)Math.Min(u, orders.Length - 1 - u);
        double below = 0;
        for (int at = 0; at <= tail; at++)
        {
            below += orders[at];
        }

        return 2 * below / Combinations(first, second);
    }

    private static double Combinations(int first, int second)
    {
        double count = 1;
        for (int k = 1; k <= first; k++)
        {
            count = count * (second + k) / k;
        }

        return count;
    }
}
