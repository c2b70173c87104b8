namespace CustomerInsight.Models.Tests;

/// <summary>Against values of other programs at fixed parameters, and against 60-digit values where others fail.</summary>
public sealed class ParetoNbdReferenceTests
{
    private static readonly ParetoNbdModel Published = new(.5534, 10.5802, .6061, 11.6562, TimeUnit.Week);

    [SharedFact]
    public void Model_AtPublishedParameters_AgreesWithTheReferenceForEveryCustomer()
    {
        IReadOnlyList<GoldenCustomer> customers = GoldenCustomer.ReadAll();
        var rate = DiscountRate.Continuous(TimeUnit.Week, .0027);

        Assert.Equal(2357, customers.Count);
        Assert.All(customers, customer =>
        {
            double alive = Published.ProbabilityAlive(customer.Pattern);
            CloseTo.Relative(customer.ParetoLogLikelihood, Published.LogLikelihood(customer.Pattern), 1e-10);
            CloseTo.Relative(customer.ParetoProbabilityAlive, alive, 1e-10);
            CloseTo.Relative(customer.ParetoExpected39Weeks, Published.ExpectedPurchases(customer.Pattern, Duration.Weeks(39)), 1e-10);
            CloseTo.Relative(customer.ParetoDiscountedForEver, alive * Published.DiscountedPurchasesIfAlive(customer.Pattern, Duration.Forever, rate), 1e-10);
        });
    }

    [SharedFact]
    public void Model_AtExtremeArguments_AgreesWithHighPrecisionValues()
    {
        IReadOnlyList<HighPrecision> values = HighPrecision.Read("pnbd.");

        Assert.Equal(58, values.Count);
        Assert.All(values, value =>
        {
            double[] p = value.Parameters;
            double[] x = value.Arguments;
            var model = new ParetoNbdModel(p[0], p[1], p[2], p[3], TimeUnit.Week);
            RepeatPattern pattern = x.Length >= 3 ? RepeatPattern.Of((int)x[0], Duration.Weeks(x[1]), Duration.Weeks(x[2])) : default;
            double actual = value.Function.Split(' ')[0] switch
            {
                "pnbd.ll" => model.LogLikelihood(pattern),
                "pnbd.palive" => model.ProbabilityAlive(pattern),
                "pnbd.cet" => model.ExpectedPurchases(pattern, Duration.Weeks(x[3])),
                "pnbd.dert" => model.ProbabilityAlive(pattern) * model.DiscountedPurchasesIfAlive(pattern, Duration.Forever, DiscountRate.Continuous(TimeUnit.Week, .0027)),
                "pnbd.E" => model.ExpectedPurchases(Duration.Weeks(x[0])),
                _ => throw new InvalidOperationException($"Unknown function {value.Function}."),
            };
            CloseTo.Relative(value.Value, actual, 5e-11);
        });
    }

    [SharedFact]
    public void Fit_Cdnow_FindsTheMaximumLikelihoodEstimates()
    {
        RepeatPattern[] days = [.. GoldenCustomer.ReadAll().Select(customer => customer.Pattern)];
        RepeatPattern[] rounded = [.. days.Select(pattern => RepeatPattern.Of(pattern.Repeats, Weeks(pattern.ActiveDays), Weeks(pattern.TenureDays)))];
        var estimator = new ParetoNbdEstimator(new ParetoNbdOptions { Unit = TimeUnit.Week });

        MaximumLikelihood.Read("cdnow", "Pareto/NBD").Verify(estimator.Fit(days).Report);
        MaximumLikelihood.Read("cdnow_lifetimes_2dp", "Pareto/NBD").Verify(estimator.Fit(rounded).Report);

        static Duration Weeks(double length) => Duration.Weeks(Math.Round(length / 7, 2));
    }

    [SharedFact]
    public void FaderHardieLee2005_CountingYourCustomersTheEasyWay_Table2()
    {
        FitResult<ParetoNbdModel> fit = new ParetoNbdEstimator(new ParetoNbdOptions { Unit = TimeUnit.Week }).Fit([.. GoldenCustomer.ReadAll().Select(customer => customer.Pattern)]);

        Assert.Equal(.553, fit.Model!.R, 3);
        Assert.Equal(10.578, fit.Model.Alpha, 3);
        Assert.Equal(.606, fit.Model.S, 3);
        Assert.Equal(11.669, fit.Model.Beta, 3);
        Assert.Equal(-9595.0, fit.Report.LogLikelihood!.Value, 1);
        Assert.Empty(fit.Report.Warnings);
    }
}
