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
            sum += r > i + 1 ? Numeric.Log1P((r - 1) / (i + 1)) : Math.Log((r + i) / (i + 1));
        }

        return sum;
    }

    public static double LogProbability(double r, double alpha, int n, double time) => n == 0
        ? -r * Numeric.Log1P(time / alpha)
        : LogChoices(r, n) - (r * Numeric.Log1P(time / alpha)) - (n * Numeric.Log1P(alpha / time));
}
