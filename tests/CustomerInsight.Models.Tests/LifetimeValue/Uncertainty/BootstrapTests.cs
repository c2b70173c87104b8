namespace CustomerInsight.Models.Tests;

public sealed class BootstrapTests
{
    private static readonly IReadOnlyList<RepeatPattern> Patterns = CdnowLike.Patterns(3000);
    private static readonly BgNbdEstimator Estimator = new(new BgNbdOptions { Unit = TimeUnit.Week });

    [Fact]
    public void Fit_ManyDraws_SpreadAsTheDeltaMethodSays()
    {
        FitResult<BootstrapSample<BgNbdModel>> result = Bootstrap.Fit(Estimator, Patterns, new BootstrapOptions { Draws = 400 });
        FitResult<BgNbdModel> fit = Estimator.Fit(Patterns);

        BootstrapSample<BgNbdModel> sample = result.Model!;
        Assert.Equal(fit, new FitResult<BgNbdModel>(sample.Model, result.Report));
        Assert.Equal(400, sample.Draws.Count);
        Assert.Equal(sample.Draws.Count, sample.Draws.Distinct().Count());
        foreach ((ParameterEstimate drawn, ParameterEstimate fitted) in sample.Parameters.Zip(fit.Report.Parameters))
        {
            Assert.Equal((fitted.Name, fitted.Value), (drawn.Name, drawn.Value));
            Assert.InRange(drawn.StandardError!.Value / fitted.StandardError!.Value, 0.75, 1.6); // a and b scatter more to the right than the delta method knows
            CloseTo.Relative(Math.Log(fitted.High!.Value / fitted.Low!.Value), Math.Log(drawn.High!.Value / drawn.Low!.Value), 0.25);
        }

        UncertainValue bootstrapped = sample.Of(model => model.ExpectedPurchases(Duration.Weeks(52)));
        UncertainValue expected = DeltaMethod.Of(fit.Model!, fit.Report.Covariance!, model => model.ExpectedPurchases(Duration.Weeks(52)));
        Assert.Equal(expected.Value, bootstrapped.Value);
        CloseTo.Relative(expected.StandardError, bootstrapped.StandardError, 0.25);
        CloseTo.Relative(expected.High - expected.Low, bootstrapped.High - bootstrapped.Low, 0.25);
        Assert.InRange(bootstrapped.Value, bootstrapped.Low, bootstrapped.High);
    }

    [Fact]
    public void Fit_OtherThreadsAndOrder_DrawsTheSame()
    {
        FitResult<BootstrapSample<BgNbdModel>> one = Bootstrap.Fit(Estimator, Patterns, new BootstrapOptions { Draws = 10, MaxDegreeOfParallelism = 1, Seed = 4 });
        FitResult<BootstrapSample<BgNbdModel>> two = Bootstrap.Fit(Estimator, [.. Patterns.Reverse()], new BootstrapOptions { Draws = 10, MaxDegreeOfParallelism = 3, Seed = 4 });
        FitResult<BootstrapSample<BgNbdModel>> three = Bootstrap.Fit(Estimator, Patterns, new BootstrapOptions { Draws = 10, Seed = 5 });

        Assert.Equal(one, two);
        Assert.NotEqual(one.Model!.Draws[0], three.Model!.Draws[0]);
    }

    [Fact]
    public void Fit_ADraw_IsTheFitOfAsManyCustomers()
    {
        // Weights only say how often a customer counts: fitting the draw itself from nothing leads to the same place.
        BgNbdModel drawn = Bootstrap.Fit(Estimator, Patterns, new BootstrapOptions { Draws = 10 }).Model!.Draws[0];
        var counts = PatternCounts.From(Patterns);
        RepeatPattern[] owners = [.. Enumerable.Range(0, counts.Length).SelectMany(row => Enumerable.Repeat(counts[row], counts.Counts[row]))];
        var random = new SeededRandom(StableHash.Combine(1, 0));

        BgNbdModel fitted = Estimator.Fit([.. owners.Select(_ => owners[random.Next(owners.Length)])]).Model!;

        CloseTo.Relative(fitted.R, drawn.R, 1e-5);
        CloseTo.Relative(fitted.B, drawn.B, 1e-4);
    }

    [Fact]
    public void Fit_Spend_WorksAlike()
    {
        SpendPattern[] spend = [.. Shop.Drawn(1500, 5).Customers.Select(customer => customer.Spend)];

        FitResult<BootstrapSample<GammaGammaModel>> result = Bootstrap.Fit(new GammaGammaEstimator(), spend, new BootstrapOptions { Draws = 50 });

        UncertainValue mean = result.Model!.Of(model => model.MeanSpend);
        Assert.InRange(mean.Value, mean.Low, mean.High);
        Assert.True(mean.StandardError is > 0 and < 5);
    }

    [Fact]
    public void Fit_TooLittleDataOrNotConverged_ClaimsNothing()
    {
        FitResult<BootstrapSample<BgNbdModel>> little = Bootstrap.Fit(Estimator, [.. Patterns.Take(20)]);
        FitResult<BootstrapSample<BgNbdModel>> early = Bootstrap.Fit(new BgNbdEstimator(new BgNbdOptions { MaximumIterations = 2 }), Patterns);

        Assert.Null(little.Model);
        Assert.Equal(FitStatus.TooLittleData, little.Report.Status);
        Assert.Null(early.Model);
        Assert.Equal(FitStatus.NotConverged, early.Report.Status);
    }

    [Fact]
    public void Fit_ProgressAndCancellation_AreHeard()
    {
        var heard = new List<int>();
        Bootstrap.Fit(Estimator, Patterns, new BootstrapOptions { Draws = 10, MaxDegreeOfParallelism = 1 }, new Listener(heard));

        Assert.Equal(Enumerable.Range(1, 10), heard);
        Assert.Throws<OperationCanceledException>(() => Bootstrap.Fit(Estimator, Patterns, null, null, new CancellationToken(true)));
    }

    [Theory]
    [InlineData(9, 0.95, "Draws must be between 10 and 100000")]
    [InlineData(10, 1, "Level must be between")]
    public void Fit_UnusableOptions_SaysWhatToSet(int draws, double level, string message) => Assert.Contains(
        message, Assert.Throws<ArgumentException>(() => Bootstrap.Fit(Estimator, Patterns, new BootstrapOptions { Draws = draws, Level = level })).Message, StringComparison.Ordinal);

    [Fact]
    public void Fit_EstimatorThatCannotWeigh_SaysSo() =>
        Assert.Contains("cannot weigh", Assert.Throws<ArgumentException>(() => Bootstrap.Fit(new Unweighted(), Patterns)).Message, StringComparison.Ordinal);

    private sealed class Unweighted : IEstimator<IReadOnlyList<RepeatPattern>, BgNbdModel>
    {
        public FitResult<BgNbdModel> Fit(IReadOnlyList<RepeatPattern> data, CancellationToken cancellationToken = default) => Estimator.Fit(data, cancellationToken);
    }

    private sealed class Listener(List<int> heard) : IProgress<int>
    {
        public void Report(int value) => heard.Add(value);
    }
}
