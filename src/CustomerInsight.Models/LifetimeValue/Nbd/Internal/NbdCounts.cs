namespace CustomerInsight.Models;

/// <summary>The negative binomial distribution of purchases in a time, of customers whose rates are Gamma(r, α).</summary>
/// <remarks>Source: Ehrenberg, "The Pattern of Consumer Purchases", Applied Statistics 8(1), 1959; Fader, Hardie, "Probability Models for Customer-Base Analysis" (2009), section 2.</remarks>
internal static class NbdCounts
{
    /// <summary>ln of Γ(r + n) / (Γ(r) n!), as the sum that it is: no digits cancel.</summary>
    public static double LogChoices(double r, int n)
    {
        double sum = 0;
        for (int i = 0; i < n; i++)
        {
            sum += LogGrowth(r, i);
        }

        return sum;
    }

    /// <summary>By how much <see cref="LogChoices"/> grows from n to n + 1.</summary>
    public static double LogGrowth(double r, int n) => r > n + 1 ? Numeric.Log1P((r - 1) / (n + 1)) : Math.Log((r + n) / (n + 1));

    public static double LogProbability(double r, double alpha, int n, double time) => LogProbability(r, alpha, n, time, LogChoices(r, n));

    public static double LogProbability(double r, double alpha, int n, double time, double logChoices) => n == 0
        ? -r * Numeric.Log1P(time / alpha)
        : logChoices - (r * Numeric.Log1P(time / alpha)) - (n * Numeric.Log1P(alpha / time));
}
