namespace CustomerInsight.Models;

/// <summary>B(α, b + s) / B(α, b): the share that is left of customers who each stay with a probability 1 − θ, after s times, where θ is beta (α, b) before.</summary>
internal static class BetaRatio
{
    // With four points, the rule's error is below rounding up to this share of b.
    private const double Short = 0.05;
    private static readonly double[] Nodes = [-0.86113631159405257, -0.33998104358485626, 0.33998104358485626, 0.86113631159405257];
    private static readonly double[] Weights = [0.34785484513745386, 0.65214515486254614, 0.65214515486254614, 0.34785484513745386];

    /// <summary>The log of it, at most 0.</summary>
    public static double Log(double alpha, double b, double s)
    {
        if (s <= 0)
        {
            return 0;
        }

        // α and s can change places.
        double least = Math.Min(alpha, s);
        if (least < Short * b)
        {
            // A difference of differences of log-gammas is the integral of a difference of digammas, of which no digits cancel.
            double most = Math.Max(alpha, s);
            double sum = 0;
            for (int i = 0; i < Nodes.Length; i++)
            {
                sum += Weights[i] * GammaRatio.Digamma(b + (least * (1 + Nodes[i]) / 2), most);
            }

            return -least / 2 * sum;
        }

        // The smaller one leaves the smaller logs to take from each other.
        return Math.Min(0, s < alpha ? GammaRatio.Log(b, s) - GammaRatio.Log(b + alpha, s) : GammaRatio.Log(b, alpha) - GammaRatio.Log(b + s, alpha));
    }

    /// <summary>The derivative of ln B(α, y) in y: that of the log in s, with y = b + s.</summary>
    public static double BySecond(double alpha, double y) => -GammaRatio.Digamma(y, alpha);

    /// <summary>The derivative of the log in α.</summary>
    public static double ByAlpha(double alpha, double b, double s) => s > 0 ? -GammaRatio.Digamma(alpha + b, s) : 0;
}
