namespace CustomerInsight.Models;

internal sealed class CoxFitFile
{
    public required int Rows { get; init; }

    public required int Events { get; init; }

    public required double NullLogLikelihood { get; init; }

    public required double LogLikelihood { get; init; }

    public int DegreesOfFreedom { get; init; }

    public double? LikelihoodRatio { get; init; }

    public double? Wald { get; init; }

    public double? Score { get; init; }

    public static CoxFitFile From(CoxFit fit) => new()
    {
        Rows = fit.Rows,
        Events = fit.Events,
        NullLogLikelihood = fit.NullLogLikelihood,
        LogLikelihood = fit.LogLikelihood,
        DegreesOfFreedom = fit.LikelihoodRatio?.DegreesOfFreedom ?? 0,
        LikelihoodRatio = fit.LikelihoodRatio?.Statistic,
        Wald = fit.Wald?.Statistic,
        Score = fit.Score?.Statistic,
    };

    public CoxFit ToFit()
    {
        if (Events < 1 || Rows < Events || !double.IsFinite(NullLogLikelihood) || !double.IsFinite(LogLikelihood) || DegreesOfFreedom < 0)
        {
            throw new ArgumentException("The counts or the likelihoods of the fit are none that a fit has.");
        }

        return new CoxFit(Rows, Events, NullLogLikelihood, LogLikelihood, Test(CoxFit.LikelihoodRatioName, LikelihoodRatio), Test(CoxFit.WaldName, Wald), Test(CoxFit.ScoreName, Score));
    }

    private ChiSquaredTest? Test(string name, double? statistic) => statistic switch
    {
        null => null,
        double value when double.IsFinite(value) && value >= 0 => new ChiSquaredTest(name, value, DegreesOfFreedom),
        _ => throw new ArgumentException("A statistic is below 0 or not finite."),
    };
}
