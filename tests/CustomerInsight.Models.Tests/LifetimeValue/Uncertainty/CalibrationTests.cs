namespace CustomerInsight.Models.Tests;

/// <summary>Over many seeds, estimates must err as often as their standard errors say.</summary>
public sealed class CalibrationTests
{
    private const int Seeds = 60;

    [Fact]
    public void BgNbd_CustomersDrawnFromIt_ParametersLieInTheirIntervalsAtTheRightRate() => Verify(
        CdnowLike.Model.Parameters, seed => new BgNbdEstimator(new BgNbdOptions { Unit = TimeUnit.Week }).Fit(CdnowLike.Patterns(4000, seed)).Report);

    [Fact]
    public void ParetoNbd_CustomersDrawnFromIt_ParametersLieInTheirIntervalsAtTheRightRate()
    {
        var model = new ParetoNbdModel(0.8, 8, 0.9, 15, TimeUnit.Week);
        Verify(
            model.Parameters,
            seed => new ParetoNbdEstimator(new ParetoNbdOptions { Unit = TimeUnit.Week }).Fit(
                new PurchaseSimulator(model, new SimulationOptions { Seed = seed }).Simulate(2000, Duration.Weeks(30), Duration.Weeks(52)).Patterns).Report,
            seeds: 24);
    }

    [Fact]
    public void GammaGamma_CustomersDrawnFromIt_ParametersLieInTheirIntervalsAtTheRightRate()
    {
        var model = new GammaGammaModel(6.25, 3.74, 15.44);
        Verify(
            [new("p", model.P), new("q", model.Q), new("gamma", model.Gamma)],
            seed => new GammaGammaEstimator().Fit(new SpendSimulator(model, new SimulationOptions { Seed = seed }).Simulate(CdnowLike.Patterns(3000, seed)).Patterns).Report);
    }

    [Fact]
    public void DeltaMethod_PredictionOfCustomersDrawn_LiesInItsIntervalAtTheRightRate()
    {
        int inside = 0;
        double sum = 0;
        double squares = 0;
        double truth = CdnowLike.Model.ExpectedPurchases(Duration.Weeks(78));
        for (ulong seed = 1; seed <= Seeds; seed++)
        {
            FitResult<BgNbdModel> fit = new BgNbdEstimator().Fit(CdnowLike.Patterns(2000, seed));
            UncertainValue value = DeltaMethod.Of(fit.Model!, fit.Report.Covariance!, model => model.ExpectedPurchases(Duration.Weeks(78)));
            inside += truth >= value.Low && truth <= value.High ? 1 : 0;
            double z = (value.Value - truth) / value.StandardError;
            sum += z;
            squares += z * z;
        }

        VerifyRates(Seeds, inside, sum, squares);
    }

    private static void Verify(ValueList<ModelParameter> truth, Func<ulong, FitReport> fit, int seeds = Seeds)
    {
        var reports = new List<FitReport>();
        for (ulong seed = 1; seed <= (ulong)seeds; seed++)
        {
            FitReport report = fit(seed);
            Assert.True(report.Converged);
            reports.Add(report);
        }

        for (int i = 0; i < truth.Count; i++)
        {
            ParameterEstimate[] estimates = [.. reports.Select(report => report.Parameters[i])];

            // On the log scale, on which the intervals are symmetric.
            double[] z = [.. estimates.Select(estimate => Math.Log(estimate.Value / truth[i].Value) * estimate.Value / estimate.StandardError!.Value)];
            int inside = estimates.Count(estimate => truth[i].Value >= estimate.Low && truth[i].Value <= estimate.High);
            VerifyRates(seeds, inside, z.Sum(), z.Sum(value => value * value));
        }
    }

    // Each bound lies where chance alone goes once in some thousand times; the mean has room for the bias of the order 1/n that the largest likelihood has.
    private static void VerifyRates(int seeds, int inside, double sum, double squares)
    {
        Assert.InRange(inside, (0.95 * seeds) - (3.5 * Math.Sqrt(0.0475 * seeds)), seeds);
        Assert.InRange(sum / seeds, -3.5 / Math.Sqrt(seeds), 3.5 / Math.Sqrt(seeds));
        Assert.InRange(squares / seeds, 1 - (2.5 * Math.Sqrt(2.0 / seeds)), 1 + (4 * Math.Sqrt(2.0 / seeds)));
    }
}
