using MathNet.Numerics;
using MathNet.Numerics.Distributions;

namespace CustomerInsight.Models;

/// <summary>The distributions of the scatter W around the log of the expected time.</summary>
internal static class AftScatter
{
    private const double LogRootTwoPi = 0.91893853320467274178;

    // From here on the tail of the normal underflows sooner than its continued fraction fails.
    private const double FarTail = 5;
    private const int FractionDepth = 80;

    /// <summary>ln of the density at w.</summary>
    public static AftTerm Density(AftDistribution distribution, double w)
    {
        switch (distribution)
        {
            case AftDistribution.LogNormal:
                return new AftTerm(-(w * w / 2) - LogRootTwoPi, -w, -1);
            case AftDistribution.LogLogistic:
                double below = Numeric.Logistic(-w);
                return new AftTerm(w - (2 * Numeric.Softplus(w)), 1 - (2 * below), -2 * below * (1 - below));
            default:
                double hazard = Math.Exp(w);
                return new AftTerm(w - hazard, 1 - hazard, -hazard);
        }
    }

    /// <summary>ln of the chance of more than w.</summary>
    public static AftTerm Survival(AftDistribution distribution, double w)
    {
        switch (distribution)
        {
            case AftDistribution.LogNormal:
                double hazard = NormalHazard(w, out double log);
                return new AftTerm(log, -hazard, -hazard * (hazard - w));
            case AftDistribution.LogLogistic:
                double below = Numeric.Logistic(-w);
                return new AftTerm(-Numeric.Softplus(w), -below, -below * (1 - below));
            default:
                double rate = Math.Exp(w);
                return new AftTerm(-rate, -rate, -rate);
        }
    }

    /// <summary>The w that a share is below.</summary>
    public static double Quantile(AftDistribution distribution, double share) => distribution switch
    {
        AftDistribution.LogNormal => Normal.InvCDF(0, 1, share),
        AftDistribution.LogLogistic => Math.Log(share) - Numeric.Log1P(-share),
        _ => Math.Log(-Numeric.Log1P(-share)),
    };

    /// <summary>The mean of exp(scale × W); infinite where there is none.</summary>
    public static double MeanFactor(AftDistribution distribution, double scale) => distribution switch
    {
        AftDistribution.LogNormal => Math.Exp(scale * scale / 2),
        AftDistribution.LogLogistic => scale < 1 ? Math.PI * scale / Math.Sin(Math.PI * scale) : double.PositiveInfinity,
        _ => SpecialFunctions.Gamma(1 + scale),
    };

    // The density over the tail, and the log of the tail.
    private static double NormalHazard(double w, out double log)
    {
        double density = -(w * w / 2) - LogRootTwoPi;
        if (w < FarTail)
        {
            double tail = SpecialFunctions.Erfc(w / Math.Sqrt(2)) / 2;
            log = w < -FarTail ? Numeric.Log1P(-SpecialFunctions.Erfc(-w / Math.Sqrt(2)) / 2) : Math.Log(tail);
            return Math.Exp(density) / tail;
        }

        // Laplace's continued fraction of Mills' ratio: 1 / (w + 1 / (w + 2 / (w + 3 / …))).
        double hazard = w;
        for (int depth = FractionDepth; depth > 0; depth--)
        {
            hazard = w + (depth / hazard);
        }

        log = density - Math.Log(hazard);
        return hazard;
    }
}
