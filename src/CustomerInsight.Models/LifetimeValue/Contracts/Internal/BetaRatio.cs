namespace CustomerInsight.Models;

/// <summary>B(α, b + s) / B(α, b): the share that is left of customers who each stay with a probability 1 − θ, after s times, where θ is beta (α, b) before.</summary>
internal static class BetaRatio
{
    /// <summary>The log of it, at most 0.</summary>
    public static double Log(double alpha, double b, double s)
    {
        if (s <= 0)
        {
            return 0;
        }

        // α and s can change places; the smaller one leaves the smaller logs to take from each other.
        return Math.Min(0, s < alpha ? GammaRatio.Log(b, s) - GammaRatio.Log(b + alpha, s) : GammaRatio.Log(b, alpha) - GammaRatio.Log(b + s, alpha));
    }

    /// <summary>The derivative of ln B(α, y) in y: that of the log in s, with y = b + s.</summary>
    public static double BySecond(double alpha, double y) => -GammaRatio.Digamma(y, alpha);

    /// <summary>The derivative of the log in α.</summary>
    public static double ByAlpha(double alpha, double b, double s) => s > 0 ? -GammaRatio.Digamma(alpha + b, s) : 0;
}
