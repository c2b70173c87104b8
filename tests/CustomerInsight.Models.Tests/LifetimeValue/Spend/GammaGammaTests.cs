namespace CustomerInsight.Models.Tests;

public sealed class GammaGammaTests
{
    private static readonly int[] Counts = [0, 1, 5, 50, 5_000];
    private static readonly SpendPattern[] Spends = [.. Shop.Drawn(400, 11).Customers.Select(customer => customer.Spend)];

    [Fact]
    public void ExpectedSpend_MorePurchases_MovesToTheCustomersOwnMean()
    {
        var model = new GammaGammaModel(6.25, 3.74, 15.44);
        double[] expected = [.. Counts.Select(count => model.ExpectedSpend(count, 200))];

        Assert.Equal(model.MeanSpend, expected[0]);
        Assert.Equal(expected.Order(), expected);
        Assert.Equal(200, expected[^1], 0.1);
    }

    [Fact]
    public void ExpectedSpend_NoMeanExists_IsInfinite()
    {
        var model = new GammaGammaModel(0.5, 0.8, 15);

        Assert.Equal(double.PositiveInfinity, model.MeanSpend);
        Assert.True(double.IsFinite(model.ExpectedSpend(2, 10)));
    }

    [Fact]
    public void Model_ImpossibleArguments_Refuses()
    {
        var model = new GammaGammaModel(6.25, 3.74, 15.44);

        Assert.Throws<ArgumentOutOfRangeException>(() => new GammaGammaModel(0, 1, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => model.ExpectedSpend(-1, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => model.ExpectedSpend(1, double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>(() => model.LogLikelihood(0, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => model.LogLikelihood(1, 0));
        Assert.Equal("Gamma-Gamma p=6.25 q=3.74 gamma=15.44", model.ToString());
    }

    [Fact]
    public void Fit_DrawnCustomers_ConvergesAndScalesWithTheMoney()
    {
        FitResult<GammaGammaModel> fit = new GammaGammaEstimator().Fit(Spends);
        FitResult<GammaGammaModel> inCents = new GammaGammaEstimator().Fit([.. Spends.Select(spend => spend with { MeanSpend = spend.MeanSpend * 100 })]);

        Assert.True(fit.Report.Converged);
        CloseTo.Relative(fit.Model!.P, inCents.Model!.P, 1e-6);
        CloseTo.Relative(fit.Model.Gamma * 100, inCents.Model.Gamma, 1e-6);
        CloseTo.Relative(fit.Report.LogLikelihood!.Value - (fit.Report.Customers * Math.Log(100)), inCents.Report.LogLikelihood!.Value, 1e-9);
    }

    [Fact]
    public void Fit_OtherOrder_GivesTheSameModelToTheLastBit() =>
        Assert.Equal(new GammaGammaEstimator().Fit(Spends), new GammaGammaEstimator().Fit([.. Spends.Reverse()]));

    [Fact]
    public void Fit_TooLittleData_IsAResult()
    {
        FitResult<GammaGammaModel> few = new GammaGammaEstimator().Fit([.. Spends.Where(spend => spend.IsUsable).Take(19), .. Enumerable.Repeat(default(SpendPattern), 99)]);
        FitResult<GammaGammaModel> equal = new GammaGammaEstimator().Fit([.. Enumerable.Repeat(new SpendPattern(2, 10), 99)]);

        Assert.Equal((FitStatus.TooLittleData, 19, "too-few-repeat-customers"), (few.Report.Status, few.Report.Customers, few.Report.Warnings[0].Code));
        Assert.Equal((FitStatus.TooLittleData, "equal-spend"), (equal.Report.Status, equal.Report.Warnings[0].Code));
        Assert.Null(few.Model);
        Assert.Null(equal.Model);
    }

    [Fact]
    public void Fit_IterationsRunOut_SaysSo() =>
        Assert.Equal(FitStatus.NotConverged, new GammaGammaEstimator(new GammaGammaOptions { MaximumIterations = 1 }).Fit(Spends).Report.Status);

    [Fact]
    public void Fit_SpendGrowsWithFrequency_Warns()
    {
        SpendPattern[] dependent = [.. Enumerable.Range(0, 200).Select(i => new SpendPattern(1 + (i % 10), 10 + (5 * (i % 10)) + (i % 7)))];

        Assert.Contains(new GammaGammaEstimator().Fit(dependent).Report.Warnings, warning => warning.Code == "spend-depends-on-frequency");
    }

    [Fact]
    public void Fit_AnyData_ReportsHowNumberAndSizeOfPurchasesCorrelate()
    {
        FitReport report = new GammaGammaEstimator().Fit(Spends).Report;

        FitFigure figure = Assert.Single(report.Figures);
        SpendPattern[] usable = [.. Spends.Where(spend => spend.IsUsable)];
        Assert.Equal("frequency-spend-correlation", figure.Name);
        Assert.Equal(
            MathNet.Numerics.Statistics.Correlation.Pearson(usable.Select(spend => (double)spend.Purchases), usable.Select(spend => spend.MeanSpend)), figure.Value, 1e-12);
        Assert.Contains("frequency-spend-correlation: ", report.Describe(), StringComparison.Ordinal);
    }

    [Fact]
    public void Fit_RepeatsOfNoAmount_AreLeftOutWithAWarning()
    {
        FitResult<GammaGammaModel> fit = new GammaGammaEstimator().Fit(Spends);
        FitResult<GammaGammaModel> withGifts = new GammaGammaEstimator().Fit([.. Spends, new SpendPattern(3, 0), new SpendPattern(1, double.NaN), default]);

        Assert.Equal(fit.Model, withGifts.Model);
        Assert.StartsWith("2 customers", Assert.Single(withGifts.Report.Warnings, static warning => warning.Code == "zero-spend").Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Fit_EachCustomerAlwaysSpendsTheSame_ConvergesToTheLimit()
    {
        // Subscriptions of many prices, inverse gamma as the model has it: no scatter within a customer, so that p has no bound.
        var random = new SeededRandom(3);
        SpendPattern[] subscriptions = [.. Enumerable.Range(0, 2_000).Select(i =>
            new SpendPattern(1 + (i % 12), -100 / Math.Log((1 - random.NextDouble()) * (1 - random.NextDouble()) * (1 - random.NextDouble()))))];

        FitResult<GammaGammaModel> fit = new GammaGammaEstimator().Fit(subscriptions);

        Assert.Equal(FitStatus.Converged, fit.Report.Status);
        Assert.InRange(fit.Model!.Q, 2.7, 3.3);
        Assert.InRange(fit.Model.P, 20, double.MaxValue);
        Assert.InRange(fit.Model.ExpectedSpend(5, 30), 29, 31);
        Assert.Contains(fit.Report.Warnings, static warning => warning.Code is "parameter-at-edge" or "weakly-identified");
    }

    [Fact]
    public void Estimator_UnusableOptions_SaysWhatToSet() => Assert.Contains(
        "WarnAtCorrelation must be between 0 and 1.",
        Assert.Throws<ArgumentException>(() => new GammaGammaEstimator(new GammaGammaOptions { WarnAtCorrelation = 1.2 })).Message,
        StringComparison.Ordinal);
}
