namespace CustomerInsight.Models.Tests;

public sealed class BgNbdEstimatorTests
{
    private static readonly RepeatPattern[] Patterns = [.. Shop.Drawn(400, 11).Customers.Select(customer => customer.Pattern)];

    [Fact]
    public void Fit_DrawnCustomers_ConvergesWhereNoNeighbourIsBetter()
    {
        FitResult<BgNbdModel> fit = new BgNbdEstimator().Fit(Patterns);

        Assert.True(fit.Report.Converged);
        BgNbdModel model = fit.Model!;
        CloseTo.Relative(Patterns.Sum(model.LogLikelihood), fit.Report.LogLikelihood!.Value, 1e-11);
        foreach (double factor in new[] { 0.97, 1.03 })
        {
            Assert.True(Patterns.Sum(new BgNbdModel(model.R * factor, model.Alpha, model.A, model.B, model.Unit).LogLikelihood) < fit.Report.LogLikelihood);
            Assert.True(Patterns.Sum(new BgNbdModel(model.R, model.Alpha * factor, model.A, model.B, model.Unit).LogLikelihood) < fit.Report.LogLikelihood);
            Assert.True(Patterns.Sum(new BgNbdModel(model.R, model.Alpha, model.A * factor, model.B, model.Unit).LogLikelihood) < fit.Report.LogLikelihood);
            Assert.True(Patterns.Sum(new BgNbdModel(model.R, model.Alpha, model.A, model.B * factor, model.Unit).LogLikelihood) < fit.Report.LogLikelihood);
        }
    }

    [Fact]
    public void Fit_OtherOrder_GivesTheSameModelToTheLastBit() =>
        Assert.Equal(new BgNbdEstimator().Fit(Patterns), new BgNbdEstimator().Fit([.. Patterns.Reverse()]));

    [Fact]
    public void Fit_ManyRowsOnAnyThreads_GivesTheSameModelToTheLastBit()
    {
        // Enough distinct rows for pieces of several threads.
        RepeatPattern[] many = [.. Enumerable.Range(0, 42).SelectMany(i => Patterns.Select(pattern => pattern with { TenureDays = pattern.TenureDays + (i / 42.0) }))];
        FitResult<BgNbdModel> Fit(int threads, IReadOnlyList<RepeatPattern> data) =>
            new BgNbdEstimator(new BgNbdOptions { MaxDegreeOfParallelism = threads }).Fit(data);

        FitResult<BgNbdModel> one = Fit(1, many);

        Assert.True(one.Report.Converged);
        Assert.Equal(one, Fit(4, [.. many.Reverse()]));
    }

    [Fact]
    public void Fit_EveryCustomerTwice_FindsTheSameParameters()
    {
        BgNbdModel once = new BgNbdEstimator().Fit(Patterns).Model!;
        FitResult<BgNbdModel> twice = new BgNbdEstimator().Fit([.. Patterns, .. Patterns]);

        Assert.Equal(800, twice.Report.Customers);
        CloseTo.Relative(once.R, twice.Model!.R, 1e-6);
        CloseTo.Relative(once.Alpha, twice.Model.Alpha, 1e-6);
    }

    [Fact]
    public void Fit_InWeeks_IsTheModelInDaysRestated()
    {
        BgNbdModel days = new BgNbdEstimator().Fit(Patterns).Model!;
        BgNbdModel weeks = new BgNbdEstimator(new BgNbdOptions { Unit = TimeUnit.Week }).Fit(Patterns).Model!;

        Assert.Equal(TimeUnit.Week, weeks.Unit);
        CloseTo.Relative(days.Alpha, weeks.In(TimeUnit.Day).Alpha, 1e-9);
    }

    [Fact]
    public void Fit_IterationsRunOut_SaysSoAndClaimsNothing()
    {
        FitResult<BgNbdModel> fit = new BgNbdEstimator(new BgNbdOptions { MaximumIterations = 2 }).Fit(Patterns);

        Assert.False(fit.Report.Converged);
        Assert.Equal(FitStatus.NotConverged, fit.Report.Status);
        Assert.Equal("iteration-limit", fit.Report.Warnings[0].Code);
        Assert.Contains("Raise MaximumIterations", fit.Report.Describe(), StringComparison.Ordinal);
        Assert.NotNull(fit.Model);
    }

    [Fact]
    public void Fit_TooLittleData_IsAResult()
    {
        AssertRefused("too-few-customers", []);
        AssertRefused("too-few-customers", Patterns[..49]);
        AssertRefused("too-few-repeat-customers", [.. Enumerable.Repeat(new RepeatPattern(0, 0, 300), 500)]);
        AssertRefused("no-time", [.. Enumerable.Repeat(new RepeatPattern(1, 0, 0), 500)]);
    }

    [Fact]
    public void Fit_ImpossibleCustomers_LeavesThemOutAndCounts()
    {
        FitResult<BgNbdModel> fit = new BgNbdEstimator().Fit([.. Patterns, new RepeatPattern(3, 50, 10), new RepeatPattern(-1, 0, 10)]);

        Assert.Equal(400, fit.Report.Customers);
        Assert.StartsWith("2 customers", fit.Report.Warnings.Single(warning => warning.Code == "invalid-patterns").Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Fit_AllCustomersAlike_EndsWithAReport()
    {
        FitResult<BgNbdModel> fit = new BgNbdEstimator().Fit([.. Enumerable.Repeat(new RepeatPattern(3, 90, 100), 200)]);

        Assert.True(!fit.Report.Converged || fit.Report.Warnings.Any(warning => warning.Code == "parameter-at-edge"));
    }

    [Theory]
    [InlineData(9, 20, 500, "MinimumCustomers must be between 10 and 1000000")]
    [InlineData(50, 4, 500, "MinimumRepeatCustomers must be between 5 and 1000000")]
    [InlineData(50, 20, 0, "MaximumIterations must be between 1 and 100000")]
    public void Estimator_UnusableOptions_SaysWhatToSet(int customers, int repeaters, int iterations, string message)
    {
        var options = new BgNbdOptions { MinimumCustomers = customers, MinimumRepeatCustomers = repeaters, MaximumIterations = iterations };

        Assert.Contains(message, Assert.Throws<ArgumentException>(() => new BgNbdEstimator(options)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Estimator_UnknownModel_SaysWhatToSet()
    {
        Assert.Contains("Regularity must be between 1 and 20", Assert.Throws<ArgumentException>(() => new BgNbdEstimator(new BgNbdOptions { Regularity = 21 })).Message, StringComparison.Ordinal);
        Assert.Contains("Variant", Assert.Throws<ArgumentException>(() => new BgNbdEstimator(new BgNbdOptions { Variant = (BgNbdVariant)7 })).Message, StringComparison.Ordinal);
        Assert.Contains("MaxDegreeOfParallelism", Assert.Throws<ArgumentException>(() => new BgNbdEstimator(new BgNbdOptions { MaxDegreeOfParallelism = -1 })).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Fit_Cancelled_Stops() =>
        Assert.Throws<OperationCanceledException>(() => new BgNbdEstimator().Fit(Patterns, new CancellationToken(true)));

    private static void AssertRefused(string code, RepeatPattern[] patterns)
    {
        FitResult<BgNbdModel> fit = new BgNbdEstimator().Fit(patterns);

        Assert.Null(fit.Model);
        Assert.Equal(FitStatus.TooLittleData, fit.Report.Status);
        Assert.Null(fit.Report.LogLikelihood);
        Assert.Equal([code], fit.Report.Warnings.Select(warning => warning.Code));
    }
}
