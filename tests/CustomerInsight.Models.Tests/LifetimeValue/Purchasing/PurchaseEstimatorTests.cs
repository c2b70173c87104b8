namespace CustomerInsight.Models.Tests;

/// <summary>What every estimator of a purchase model holds to.</summary>
public abstract class PurchaseEstimatorTests<TModel>
    where TModel : class, IPurchaseModel
{
    protected static RepeatPattern[] Patterns { get; } = [.. Shop.Drawn(400, 11).Customers.Select(customer => customer.Pattern)];

    protected abstract IEstimator<IReadOnlyList<RepeatPattern>, TModel> Make(
        TimeUnit unit = TimeUnit.Day, int minimumCustomers = 50, int minimumRepeatCustomers = 20, int maximumIterations = 500, int threads = 0);

    protected abstract TModel InDays(TModel model);

    [Fact]
    public void Fit_DrawnCustomers_ConvergesWhereNoNeighbourIsBetter()
    {
        FitResult<TModel> fit = Make().Fit(Patterns);

        Assert.True(fit.Report.Converged);
        TModel model = fit.Model!;
        CloseTo.Relative(Patterns.Sum(model.LogLikelihood), fit.Report.LogLikelihood!.Value, 1e-11);
        Assert.Equal(model.Parameters.Select(parameter => (parameter.Name, parameter.Value)), fit.Report.Parameters.Select(parameter => (parameter.Name, parameter.Value)));
        double[] values = [.. model.Parameters.Select(parameter => parameter.Value)];
        for (int i = 0; i < values.Length; i++)
        {
            foreach (double factor in new[] { 0.97, 1.03 })
            {
                double[] near = [.. values];
                near[i] *= factor;
                Assert.True(Patterns.Sum(model.WithParameters(near).LogLikelihood) < fit.Report.LogLikelihood);
            }
        }
    }

    [Fact]
    public void Fit_OtherOrder_GivesTheSameModelToTheLastBit() => Assert.Equal(Make().Fit(Patterns), Make().Fit([.. Patterns.Reverse()]));

    [Fact]
    public void Fit_InWeeks_IsTheModelInDaysRestated()
    {
        TModel days = Make().Fit(Patterns).Model!;
        FitResult<TModel> weeks = Make(TimeUnit.Week).Fit(Patterns);

        Assert.Equal(TimeUnit.Week, weeks.Model!.Unit);
        CloseTo.Relative(Patterns.Sum(weeks.Model.LogLikelihood), weeks.Report.LogLikelihood!.Value, 1e-11);
        Assert.All(days.Parameters.Zip(InDays(weeks.Model).Parameters), pair => CloseTo.Relative(pair.First.Value, pair.Second.Value, 1e-9));
    }

    [Fact]
    public void Fit_IterationsRunOut_SaysSoAndClaimsNothing()
    {
        FitResult<TModel> fit = Make(maximumIterations: 1).Fit(Patterns);

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
        FitResult<TModel> fit = Make().Fit([.. Patterns, new RepeatPattern(3, 50, 10), new RepeatPattern(-1, 0, 10)]);

        Assert.Equal(400, fit.Report.Customers);
        Assert.StartsWith("2 customers", fit.Report.Warnings.Single(warning => warning.Code == "invalid-patterns").Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Fit_AllCustomersAlike_EndsWithAReport()
    {
        FitResult<TModel> fit = Make().Fit([.. Enumerable.Repeat(new RepeatPattern(3, 90, 100), 200)]);

        Assert.True(!fit.Report.Converged || fit.Report.Warnings.Any(warning => warning.Code == "parameter-at-edge"));
    }

    [Theory]
    [InlineData(9, 20, 500, 0, "MinimumCustomers must be between 10 and 1000000")]
    [InlineData(50, 4, 500, 0, "MinimumRepeatCustomers must be between 5 and 1000000")]
    [InlineData(50, 20, 0, 0, "MaximumIterations must be between 1 and 100000")]
    [InlineData(50, 20, 1, -1, "MaxDegreeOfParallelism must be between 0 and 1024")]
    public void Estimator_UnusableOptions_SaysWhatToSet(int customers, int repeaters, int iterations, int threads, string message) =>
        Assert.Contains(message, Assert.Throws<ArgumentException>(() => Make(TimeUnit.Day, customers, repeaters, iterations, threads)).Message, StringComparison.Ordinal);

    [Fact]
    public void Fit_Cancelled_Stops() => Assert.ThrowsAny<OperationCanceledException>(() => Make().Fit(Patterns, new CancellationToken(true)));

    [Fact]
    public void Fit_CustomersWithWeights_IsThatOfAsManyCustomers()
    {
        IWeightedLikelihood<TModel> once = ((IWeightedEstimator<IReadOnlyList<RepeatPattern>, TModel>)Make()).Prepare(Patterns)!;
        int[] weights = [.. once.Counts.ToArray().Select((count, i) => count * (i % 3))];
        RepeatPattern[] sorted = [.. Patterns.OrderBy(p => p.Repeats).ThenBy(p => p.ActiveDays).ThenBy(p => p.TenureDays)];
        RepeatPattern[] repeated = [.. sorted.Distinct().SelectMany((pattern, i) => Enumerable.Repeat(pattern, weights[i]))];
        double[] point = once.Starts[0];

        double value = once.Weighted(weights).Evaluate(point, new double[point.Length]);

        CloseTo.Relative(-repeated.Average(once.ModelAt(point).LogLikelihood), value + (repeated.Average(p => p.Repeats) * Math.Log(Patterns.Average(p => p.TenureDays))), 1e-11);
    }

    private void AssertRefused(string code, RepeatPattern[] patterns)
    {
        FitResult<TModel> fit = Make().Fit(patterns);

        Assert.Null(fit.Model);
        Assert.Equal(FitStatus.TooLittleData, fit.Report.Status);
        Assert.Null(fit.Report.LogLikelihood);
        Assert.Equal([code], fit.Report.Warnings.Select(warning => warning.Code));
    }
}
