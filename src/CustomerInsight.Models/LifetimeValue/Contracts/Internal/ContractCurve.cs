namespace CustomerInsight.Models;

/// <summary>The survival curve of a contract: S(t) = B(α, β + tᶜ) / B(α, β).</summary>
/// <remarks>Source: Fader, Hardie, Liu, Davin, Steenburgh, "'How to Project Customer Retention' Revisited: The Role of Duration Dependence", Journal of Interactive Marketing 43 (2018), equation (4); c = 1 is the shifted-beta-geometric.</remarks>
internal readonly record struct ContractCurve(double Alpha, double Beta, double C)
{
    // tᶜ beyond it is not formed.
    private const double LargestLogPower = 300;

    public double LogSurvival(double t) => t <= 0 ? 0 : LogSurvivalAt(Math.Log(t));

    /// <summary>ln S(t) from ln t, which may be far beyond the log of the largest double.</summary>
    public double LogSurvivalAt(double logTime) => C * logTime < LargestLogPower
        ? BetaRatio.Log(Alpha, Beta, Power(logTime))
        : GammaRatio.Log(Beta, Alpha) - (Alpha * C * logTime);

    /// <summary>ln S(to) − ln S(from) for from ≤ to, without the digits that the difference loses.</summary>
    public double LogRetention(double from, double to)
    {
        if (from > 0 && C * Math.Log(from) >= LargestLogPower)
        {
            return -Alpha * C * Numeric.Log1P((to - from) / from);
        }

        double gap = Gap(from, to, C);
        return double.IsFinite(gap) ? BetaRatio.Log(Alpha, Beta + Math.Pow(from, C), gap) : LogSurvival(to) - LogSurvival(from);
    }

    /// <summary>toᶜ − fromᶜ for 0 ≤ from ≤ to, also where the two hardly differ.</summary>
    public static double Gap(double from, double to, double c) =>
        c == 1 ? to - from
        : from > 0 ? Math.Pow(from, c) * Numeric.ExpM1(c * Numeric.Log1P((to - from) / from))
        : Math.Pow(to, c);

    /// <summary>The derivative of ln S(t) in t.</summary>
    public double LogSlope(double t)
    {
        double power = Power(Math.Log(t));
        return double.IsFinite(power) ? C * power / t * BetaRatio.BySecond(Alpha, Beta + power) : -Alpha * C / t;
    }

    private double Power(double logTime) => Math.Exp(C * logTime);
}
