namespace CustomerInsight.Models.Tests;

public sealed class BgBbEstimatorTests
{
    private static readonly OpportunityPattern[] Customers = Draw(new BgBbModel(1.2, 0.75, 0.66, 2.8, Duration.Years(1)), 20_000, 17);

    [Fact]
    public void Fit_CustomersDrawnFromIt_GivesItsParametersBack()
    {
        FitResult<BgBbModel> fit = new BgBbEstimator().Fit(OpportunityCount.Of(Customers));

        Assert.True(fit.Report.Converged);
        Assert.Equal(20_000, fit.Report.Customers);
        double[] truth = [1.2, 0.75, 0.66, 2.8];
        Assert.All(fit.Report.Parameters.Zip(truth), static pair => Assert.InRange(Math.Abs(pair.First.Value - pair.Second), 0, 3.5 * pair.First.StandardError!.Value));
    }

    [Fact]
    public void Fit_OtherOrderAndCounting_GivesTheSameModelToTheLastBit() => Assert.Equal(
        new BgBbEstimator().Fit(OpportunityCount.Of(Customers)),
        new BgBbEstimator().Fit([.. Customers.Reverse().Select(static pattern => new OpportunityCount(pattern, 1)), new OpportunityCount(new(1, 0, 3), 0)]));

    [Fact]
    public void Fit_PatternsThatCannotBe_AreLeftOutWithAWarning()
    {
        ValueList<OpportunityCount> counts = OpportunityCount.Of(Customers);
        FitResult<BgBbModel> fit = new BgBbEstimator().Fit([new OpportunityCount(new(3, 2, 6), 7), .. counts]);

        Assert.Equal(new BgBbEstimator().Fit(counts).Model, fit.Model);
        Assert.StartsWith("7 customers", Assert.Single(fit.Report.Warnings).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Fit_TooLittleData_IsAResult()
    {
        FitResult<BgBbModel> few = new BgBbEstimator().Fit([new(new(1, 1, 6), 49)]);
        FitResult<BgBbModel> once = new BgBbEstimator().Fit([new(new(0, 0, 6), 99), new(new(1, 3, 6), 19)]);

        Assert.Null(few.Model);
        Assert.Null(once.Model);
        Assert.Equal((FitStatus.TooLittleData, "too-few-customers"), (few.Report.Status, few.Report.Warnings[0].Code));
        Assert.Equal((FitStatus.TooLittleData, "too-few-repeat-customers"), (once.Report.Status, once.Report.Warnings[0].Code));
    }

    [Fact]
    public void Fit_IterationsRunOut_SaysSo() => Assert.Equal(
        FitStatus.NotConverged, new BgBbEstimator(new BgBbOptions { MaximumIterations = 1 }).Fit(OpportunityCount.Of(Customers)).Report.Status);

    [Fact]
    public void Fit_NobodyEverStops_ConvergesToTheLimit()
    {
        // Every customer buys about every second time to the very end.
        OpportunityCount[] loyal = [.. Enumerable.Range(4, 5).Select(static x => new OpportunityCount(new(x, 12, 12), 100))];
        FitResult<BgBbModel> fit = new BgBbEstimator().Fit(loyal);

        Assert.InRange(fit.Model!.ProbabilityAlive(new(6, 12, 12)), 0.99, 1);
        Assert.Contains(fit.Report.Warnings, static warning => warning.Code is "parameter-at-edge" or "weakly-identified");
    }

    [Fact]
    public void Fit_ImpossibleArguments_Refuses()
    {
        Assert.Contains("count at 1", Assert.Throws<ArgumentException>(() => new BgBbEstimator().Fit([new(default, 3), new(default, -1)])).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => new BgBbEstimator(new BgBbOptions { PeriodLength = 0 }));
    }

    [Fact]
    public void Objective_AnyPoint_HasTheGradientOfItsValue() =>
        Prop.ForAll(Gen.Choose(-300, 300).Select(static log => log / 100.0).ArrayOf(4).ToArbitrary(), static point =>
        {
            var objective = new BgBbObjective([new(new(0, 0, 6), 30), new(new(1, 6, 6), 4), new(new(3, 4, 7), 9), new(new(5, 5, 5), 2), new(default, 5)]);
            double[] gradient = new double[4];
            double[] ignored = new double[4];
            objective.Evaluate(point, gradient);
            return Enumerable.Range(0, 4).All(i =>
            {
                double[] low = [.. point];
                double[] high = [.. point];
                low[i] -= 1e-5;
                high[i] += 1e-5;
                return Math.Abs(((objective.Evaluate(high, ignored) - objective.Evaluate(low, ignored)) / 2e-5) - gradient[i]) < 1e-7;
            });
        }).Check(Quick.Tests(100));

    private static OpportunityPattern[] Draw(BgBbModel model, int customers, ulong seed)
    {
        var random = new SeededRandom(seed);
        return [.. Enumerable.Range(0, customers).Select(i =>
        {
            int opportunities = 4 + (i % 7);
            double buys = random.NextBeta(model.Alpha, model.Beta);
            double leaves = random.NextBeta(model.Gamma, model.Delta);
            int repeats = 0;
            int last = 0;
            for (int at = 1; at <= opportunities && random.NextDouble() >= leaves; at++)
            {
                if (random.NextDouble() < buys)
                {
                    repeats++;
                    last = at;
                }
            }

            return new OpportunityPattern(repeats, last, opportunities);
        })];
    }
}
