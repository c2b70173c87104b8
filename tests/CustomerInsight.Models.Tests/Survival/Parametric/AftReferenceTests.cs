namespace CustomerInsight.Models.Tests;

/// <summary>Numbers of R's survival 3.5-3 and lifelines 0.30.1 (reference/statistics.md, 2.1 and 2.3).</summary>
public sealed class AftReferenceTests
{
    [SharedFact]
    public void Rossi_Weibull_IsRs()
    {
        FitResult<AftModel> fit = new AftEstimator().Fit(SurvivalSets.RossiData());
        AftModel model = fit.Model!;

        Assert.True(fit.Report.Converged);
        Assert.Equal(3.9901347965, model.Intercept, 1e-8);
        Assert.Equal(
            [0.2721633597, 0.0407137983, -0.2248024431, 0.1065565869, 0.3112732649, 0.0588272526, -0.0658169048],
            model.Coefficients.Select(static coefficient => coefficient.Value), static (expected, found) => Math.Abs(expected - found) < 1e-8);
        Assert.Equal(-0.3391082409, Math.Log(model.Scale), 1e-8);
        Assert.Equal(-679.916563937, fit.Report.LogLikelihood!.Value, 1e-8);
        Assert.Equal(-696.624396948, new AftEstimator().Fit(SurvivalSets.Rossi).Report.LogLikelihood!.Value, 1e-8);
    }

    // By Newton's way with 30 digits (mpmath); lifelines stops 1e-4 of the log-likelihood short of the top.
    [SharedTheory]
    [InlineData(AftDistribution.Weibull, -679.9165639370912, 3.9901347972047, 0.27216335974596, -0.065816904821999, -0.33910824042827, 0.419095189179, 0.137961916849, 0.0890266906993)]
    [InlineData(AftDistribution.LogLogistic, -679.9384110527321, 3.9183041430289, 0.28887613938965, -0.069182244297453, -0.43520072794501, 0.427434137649, 0.145585226178, 0.0864163385147)]
    [InlineData(AftDistribution.LogNormal, -683.2346252783914, 4.2676657038224, 0.34284767924343, -0.06551751013764, 0.25817853661588, 0.461689501665, 0.164086332143, 0.076435880084)]
    public void Rossi_EachDistribution_IsTheTop(
        AftDistribution distribution, double logLikelihood, double intercept, double fin, double prio, double logScale, double errorOfIntercept, double errorOfFin, double errorOfLogScale)
    {
        FitResult<AftModel> fit = new AftEstimator(new AftOptions { Distribution = distribution }).Fit(SurvivalSets.RossiData());
        ParameterCovariance covariance = fit.Model!.Covariance!;

        Assert.Equal(logLikelihood, fit.Report.LogLikelihood!.Value, 1e-9);
        Assert.Equal(intercept, fit.Model.Intercept, 1e-10);
        Assert.Equal(fin, fit.Model.Coefficients[0].Value, 1e-10);
        Assert.Equal(prio, fit.Model.Coefficients[6].Value, 1e-10);
        Assert.Equal(logScale, Math.Log(fit.Model.Scale), 1e-10);
        Assert.Equal(errorOfIntercept, covariance.StandardError(0), 1e-10);
        Assert.Equal(errorOfFin, fit.Model.Coefficients[0].StandardError!.Value, 1e-9);
        Assert.Equal(errorOfLogScale, covariance.StandardError(8), 1e-9);
    }

    // Of lifelines, which stops some 1e-6 of the parameters short of the top; the exponential's is the sum of times over the events.
    [SharedTheory]
    [InlineData(AftDistribution.Weibull, -672.062187272, 55.733096995, 3.450505411)]
    [InlineData(AftDistribution.Exponential, -771.912508512, 51.839746146, 1)]
    [InlineData(AftDistribution.LogLogistic, -701.822736956, 50.323469311, 4.028609628)]
    public void Waltons_EachDistribution_IsTheReference(AftDistribution distribution, double logLikelihood, double lambda, double rho)
    {
        FitResult<AftModel> fit = new AftEstimator(new AftOptions { Distribution = distribution }).Fit(SurvivalSets.Waltons);

        Assert.Equal(logLikelihood, fit.Report.LogLikelihood!.Value, 1e-8);
        CloseTo.Relative(lambda, Math.Exp(fit.Model!.Intercept), 1e-5);
        CloseTo.Relative(rho, 1 / fit.Model.Scale, 1e-5);
    }

    [SharedFact]
    public void Waltons_LogNormal_IsTheReference()
    {
        FitResult<AftModel> fit = new AftEstimator(new AftOptions { Distribution = AftDistribution.LogNormal }).Fit(SurvivalSets.Waltons);

        Assert.Equal(-716.146405740, fit.Report.LogLikelihood!.Value, 1e-8);
        Assert.Equal(3.828838798, fit.Model!.Intercept, 1e-5);
        Assert.Equal(0.512375887, fit.Model.Scale, 1e-5);
    }

    [SharedFact]
    public void Waltons_Choice_IsWeibull()
    {
        AftChoice choice = AftChoice.Of(SurvivalSets.Waltons);

        Assert.Equal(AftDistribution.Weibull, choice.Model!.Distribution);
        Assert.Equal(1348.124374543, choice.Comparison!.Rows[0].Aic, 1e-8);
        Assert.Equal(4, choice.Comparison.Rows.Count);
        Assert.Equal(["Weibull AFT", "Log-logistic AFT", "Log-normal AFT", "Exponential AFT"], choice.Comparison.Rows.Select(static row => row.Model));
    }
}
