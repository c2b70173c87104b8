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
        double start = Power(from <= 0 ? double.NegativeInfinity : Math.Log(from));
        double gap = C == 1 ? to - from : Power(Math.Log(to)) - start;
        return double.IsFinite(gap) ? BetaRatio.Log(Alpha, Beta + start, gap) : LogSurvival(to) - LogSurvival(from);
    }

    /// <summary>The derivative of ln S(t) in t.</summary>
    public double LogSlope(double t)
    {
        double power = Power(Math.Log(t));
        return double.IsFinite(power) ? C * power / t * BetaRatio.BySecond(Alpha, Beta + power) : -Alpha * C / t;
    }

    private double Power(double logTime) => Math.Exp(C * logTime);
}
