namespace CustomerInsight.Models.Tests;

public sealed class ParetoNbdEstimatorTests
{
    private static readonly RepeatPattern[] Patterns = [.. Shop.Drawn(400, 11).Customers.Select(customer => customer.Pattern)];

    [Fact]
    public void Fit_DrawnCustomers_ConvergesWhereNoNeighbourIsBetter()
    {
        FitResult<ParetoNbdModel> fit = new ParetoNbdEstimator().Fit(Patterns);

        Assert.True(fit.Report.Converged);
        ParetoNbdModel model = fit.Model!;
        CloseTo.Relative(Patterns.Sum(model.LogLikelihood), fit.Report.LogLikelihood!.Value, 1e-11);
        Assert.Equal(model.Parameters.Select(parameter => (parameter.Name, parameter.Value)), fit.Report.Parameters.Select(parameter => (parameter.Name, parameter.Value)));
        foreach (double factor in new[] { 0.97, 1.03 })
        {
            Assert.True(Patterns.Sum(new ParetoNbdModel(model.R * factor, model.Alpha, model.S, model.Beta, model.Unit).LogLikelihood) < fit.Report.LogLikelihood);
            Assert.True(Patterns.Sum(new ParetoNbdModel(model.R, model.Alpha * factor, model.S, model.Beta, model.Unit).LogLikelihood) < fit.Report.LogLikelihood);
            Assert.True(Patterns.Sum(new ParetoNbdModel(model.R, model.Alpha, model.S * factor, model.Beta, model.Unit).LogLikelihood) < fit.Report.LogLikelihood);
            Assert.True(Patterns.Sum(new ParetoNbdModel(model.R, model.Alpha, model.S, model.Beta * factor, model.Unit).LogLikelihood) < fit.Report.LogLikelihood);
        }
    }

    [Fact]
    public void Fit_OtherOrder_GivesTheSameModelToTheLastBit() =>
        Assert.Equal(new ParetoNbdEstimator().Fit(Patterns), new ParetoNbdEstimator().Fit([.. Patterns.Reverse()]));

    [Fact]
    public void Objective_AnyThreads_GivesTheSameBits()
    {
        PatternCounts many = PatternCounts.From([.. Enumerable.Range(0, 40_001).Select(i => Patterns[i % 400] with { TenureDays = Patterns[i % 400].TenureDays + (i / 400 * .37) })]);
        double[] one = new double[4];
        double[] three = new double[4];

        Assert.Equal(Evaluate(1, one), Evaluate(3, three));
        Assert.Equal(one, three);

        double Evaluate(int threads, double[] gradient) =>
            new ParetoNbdObjective(new PatternRows(many), 300, FixedChunks.Parallel(threads, CancellationToken.None)).Evaluate([-1, -1, 0, 0.5], gradient);
    }

    [Fact]
    public void Fit_InWeeks_IsTheModelInDaysRestated()
    {
        ParetoNbdModel days = new ParetoNbdEstimator().Fit(Patterns).Model!;
        FitResult<ParetoNbdModel> weeks = new ParetoNbdEstimator(new ParetoNbdOptions { Unit = TimeUnit.Week }).Fit(Patterns);

        Assert.Equal(TimeUnit.Week, weeks.Model!.Unit);
        CloseTo.Relative(Patterns.Sum(weeks.Model.LogLikelihood), weeks.Report.LogLikelihood!.Value, 1e-11);
        Assert.All(days.Parameters.Zip(weeks.Model.In(TimeUnit.Day).Parameters), pair => CloseTo.Relative(pair.First.Value, pair.Second.Value, 1e-9));
    }

    [Fact]
    public void Fit_CustomersWithWeights_IsThatOfAsManyCustomers()
    {
        IWeightedLikelihood<ParetoNbdModel> once = ((IWeightedEstimator<IReadOnlyList<RepeatPattern>, ParetoNbdModel>)new ParetoNbdEstimator()).Prepare(Patterns)!;
        int[] weights = [.. once.Counts.ToArray().Select((count, i) => count * (i % 3))];
        RepeatPattern[] sorted = [.. Patterns.OrderBy(p => p.Repeats).ThenBy(p => p.ActiveDays).ThenBy(p => p.TenureDays)];
        RepeatPattern[] repeated = [.. sorted.Distinct().SelectMany((pattern, i) => Enumerable.Repeat(pattern, weights[i]))];
        double[] point = once.Starts[0];

        double value = once.Weighted(weights).Evaluate(point, new double[point.Length]);

        CloseTo.Relative(-repeated.Average(once.ModelAt(point).LogLikelihood), value + (repeated.Average(p => p.Repeats) * Math.Log(Patterns.Average(p => p.TenureDays))), 1e-11);
    }

    [Fact]
    public void Fit_IterationsRunOut_SaysSoAndClaimsNothing()
    {
        FitResult<ParetoNbdModel> fit = new ParetoNbdEstimator(new ParetoNbdOptions { MaximumIterations = 1 }).Fit(Patterns);

        Assert.Equal(FitStatus.NotConverged, fit.Report.Status);
        Assert.Equal("iteration-limit", fit.Report.Warnings[0].Code);
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
        FitResult<ParetoNbdModel> fit = new ParetoNbdEstimator().Fit([.. Patterns, new RepeatPattern(3, 50, 10), new RepeatPattern(-1, 0, 10)]);

        Assert.Equal(400, fit.Report.Customers);
        Assert.StartsWith("2 customers", fit.Report.Warnings.Single(warning => warning.Code == "invalid-patterns").Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Fit_AllCustomersAlike_EndsWithAReport()
    {
        FitResult<ParetoNbdModel> fit = new ParetoNbdEstimator().Fit([.. Enumerable.Repeat(new RepeatPattern(3, 90, 100), 200)]);

        Assert.True(!fit.Report.Converged || fit.Report.Warnings.Any(warning => warning.Code == "parameter-at-edge"));
    }

    [Theory]
    [InlineData(9, 20, 500, 0, "MinimumCustomers must be between 10 and 1000000")]
    [InlineData(50, 4, 500, 0, "MinimumRepeatCustomers must be between 5 and 1000000")]
    [InlineData(50, 20, 0, 0, "MaximumIterations must be between 1 and 100000")]
    [InlineData(50, 20, 1, -1, "MaxDegreeOfParallelism must be between 0 and 1024")]
    public void Estimator_UnusableOptions_SaysWhatToSet(int customers, int repeaters, int iterations, int threads, string message)
    {
        var options = new ParetoNbdOptions { MinimumCustomers = customers, MinimumRepeatCustomers = repeaters, MaximumIterations = iterations, MaxDegreeOfParallelism = threads };

        Assert.Contains(message, Assert.Throws<ArgumentException>(() => new ParetoNbdEstimator(options)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Fit_Cancelled_Stops() => Assert.ThrowsAny<OperationCanceledException>(() => new ParetoNbdEstimator().Fit(Patterns, new CancellationToken(true)));

    private static void AssertRefused(string code, RepeatPattern[] patterns)
    {
        FitResult<ParetoNbdModel> fit = new ParetoNbdEstimator().Fit(patterns);

        Assert.Null(fit.Model);
        Assert.Equal(FitStatus.TooLittleData, fit.Report.Status);
        Assert.Equal([code], fit.Report.Warnings.Select(warning => warning.Code));
    }
}
