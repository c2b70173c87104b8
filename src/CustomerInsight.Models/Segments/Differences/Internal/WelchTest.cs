using MathNet.Numerics;

namespace CustomerInsight.Models;

/// <summary>Welch's t-test of two means, two-sided, with Cohen's d.</summary>
/// <remarks>
/// Sources: Welch, "The Generalization of 'Student's' Problem when Several Different Population Variances are Involved", Biometrika 34, 1947; Cohen, Statistical Power Analysis for the
/// Behavioral Sciences (1988), section 2.2; Hill, "Algorithm 395: Student's t-distribution", Communications of the ACM 13(10), 1970.
/// </remarks>
internal static class WelchTest
{
    // From here on Hill's transformation has more digits than the incomplete beta function, whose continued fraction no longer settles.
    private const double ManyDegrees = 100;

    /// <summary>Tests two samples; null where neither has any spread.</summary>
    public static TestOutcome? Of(ReadOnlySpan<double> first, ReadOnlySpan<double> second)
    {
        (double mean, double variance) = Moments(first);
        (double otherMean, double otherVariance) = Moments(second);
        double own = variance / first.Length;
        double others = otherVariance / second.Length;
        if (!(own + others > 0) || !double.IsFinite(own + others))
        {
            return null;
        }

        double t = (mean - otherMean) / Math.Sqrt(own + others);
        double degrees = (own + others) * (own + others) / ((own * own / (first.Length - 1)) + (others * others / (second.Length - 1)));
        double pooled = Math.Sqrt((((first.Length - 1) * variance) + ((second.Length - 1) * otherVariance)) / (first.Length + (double)second.Length - 2));
        return new TestOutcome(DifferenceTest.Welch, t, PValue(t, degrees), (mean - otherMean) / pooled, DifferenceMeasure.CohensD);
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

    private static double PValue(double t, double degrees) => degrees < ManyDegrees
        ? SpecialFunctions.BetaRegularized(degrees / 2, 0.5, degrees / (degrees + (t * t)))
        : SpecialFunctions.Erfc(NormalOf(t, degrees) / Math.Sqrt(2));

    /// <summary>The value that is as probable in the normal distribution as t in Student's (Hill 1970).</summary>
    private static double NormalOf(double t, double degrees)
    {
        double a = degrees - 0.5;
        double b = 48 * a * a;
        double squared = a * Log1P(t * t / degrees);
        double correction = (((((((-0.4 * squared) - 3.3) * squared) - 24) * squared) - 85.5) / ((0.8 * squared * squared) + 100 + b)) + squared + 3;
        return ((correction / b) + 1) * Math.Sqrt(squared);
    }

    /// <summary>log(1 + x) without the rounding of 1 + x (Kahan).</summary>
    private static double Log1P(double x)
    {
        double sum = 1 + x;
        return sum == 1 ? x : Math.Log(sum) * x / (sum - 1);
    }

    private static (double Mean, double Variance) Moments(ReadOnlySpan<double> values)
    {
        double mean = Mean(values);
        double squares = 0;
        foreach (double value in values)
        {
            squares += (value - mean) * (value - mean);
        }

        return (mean, squares / (values.Length - 1));
    }
}
