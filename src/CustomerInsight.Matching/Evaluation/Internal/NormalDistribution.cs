namespace CustomerInsight.Matching;

/// <summary>Quantiles of the standard normal distribution.</summary>
/// <remarks><para>Source: Acklam, "An algorithm for computing the inverse normal cumulative distribution function", 2003; relative error below 1.2e-9.</para></remarks>
internal static class NormalDistribution
{
    /// <summary>How many standard errors to each side hold a value with the probability.</summary>
    public static double TwoSided(double level)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(level);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(level, 1);
        return Quantile((1 + level) / 2);
    }

    /// <summary>The value below which the share of the distribution lies; the share from .5 to below 1.</summary>
    private static double Quantile(double share)
    {
        const double Tail = 0.97575;
        if (share > Tail)
        {
            double r = Math.Sqrt(-2 * Math.Log(1 - share));
            return -Ratio(r, [-7.784894002430293e-03, -3.223964580411365e-01, -2.400758277161838, -2.549732539343734, 4.374664141464968, 2.938163982698783], [7.784695709041462e-03, 3.224671290700398e-01, 2.445134137142996, 3.754408661907416, 1]);
        }

        double q = share - 0.5;
        return q * Ratio(q * q, [-3.969683028665376e+01, 2.209460984245205e+02, -2.759285104469687e+02, 1.383577518672690e+02, -3.066479806614716e+01, 2.506628277459239], [-5.447609879822406e+01, 1.615858368580409e+02, -1.556989798598866e+02, 6.680131188771972e+01, -1.328068155288572e+01, 1]);
    }

    private static double Ratio(double x, ReadOnlySpan<double> above, ReadOnlySpan<double> below) => Polynomial(x, above) / Polynomial(x, below);

    private static double Polynomial(double x, ReadOnlySpan<double> coefficients)
    {
        double sum = 0;
        foreach (double coefficient in coefficients)
        {
            sum = (sum * x) + coefficient;
        }

        return sum;
    }
}
