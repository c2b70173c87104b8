namespace CustomerInsight.Models;

/// <summary>How probable a number of purchases at a number of opportunities is.</summary>
internal static class OpportunityCounts
{
    /// <summary>The sum over how many opportunities the customer was there for, i from x to n, of C(i, x) · B(α + x, β + i − x) / B(α, β) times the probability to drop out then.</summary>
    /// <remarks>Source: Fader, Hardie, Shang, Marketing Science 29(6), 2010, equation (8).</remarks>
    public static double Probability(double alpha, double beta, double gamma, double delta, int purchases, int opportunities)
    {
        double logScale = GammaRatio.Log(alpha, purchases) - GammaRatio.Log(alpha + beta, purchases) + GammaRatio.Log(delta, purchases) - GammaRatio.Log(gamma + delta, purchases);
        double term = 1;
        double sum = 0;
        for (int i = purchases; i < opportunities; i++)
        {
            sum += term * gamma / (gamma + delta + i);
            term *= (i + 1.0) / (i + 1 - purchases) * ((beta + i - purchases) / (alpha + beta + i)) * ((delta + i) / (gamma + delta + i));
            if (term > 1e200)
            {
                term *= 1e-200;
                sum *= 1e-200;
                logScale += 200 * Math.Log(10);
            }
        }

        return Math.Exp(logScale + Math.Log(sum + term));
    }
}
