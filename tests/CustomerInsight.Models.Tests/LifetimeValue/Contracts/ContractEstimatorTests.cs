using System.Text.Json;

namespace CustomerInsight.Models.Tests;

public sealed class ContractEstimatorTests
{
    private static readonly ContractOptions WithAge = new() { Kind = ContractModelKind.BetaDiscreteWeibull };
    private static readonly ContractLife[] Lives = Draw(ContractModel.BetaDiscreteWeibull(0.6, 1.4, 1.3, Duration.Years(1)), 20_000, 9);

    [Fact]
    public void Fit_ContractsDrawnFromIt_GivesItsParametersBack()
    {
        // Cohorts of many ages; every fifth contract came into view late.
        FitResult<ContractModel> fit = new ContractEstimator(WithAge).Fit(ContractCount.Of(Lives));

        Assert.True(fit.Report.Converged);
        Assert.Equal(Lives.Length, fit.Report.Customers);
        double[] truth = [0.6, 1.4, 1.3];
        Assert.All(fit.Report.Parameters.Zip(truth), static pair => Assert.InRange(Math.Abs(pair.First.Value - pair.Second), 0, 3.5 * pair.First.StandardError!.Value));
        Assert.True(new ContractEstimator().Fit(ContractCount.Of(Lives)).Report.Aic > fit.Report.Aic);
    }

    [Fact]
    public void Fit_CohortsOfDifferentAge_AreTheLivesOfTheirContracts()
    {
        ContractCohort[] cohorts = [new([400, 300, 250, 220]), new([500, 380, 330]), new([90, 70])];
        ContractLife[] lives =
        [
            .. Some(100 + 120 + 20, 0, true), .. Some(50 + 50, 1, true), .. Some(30, 2, true), .. Some(220, 3, false), .. Some(330, 2, false), .. Some(70, 1, false),
        ];

        Assert.Equal(ContractCount.Of(lives), ContractCount.Of(cohorts));
        Assert.Equal(new ContractEstimator().Fit(ContractCount.Of(lives)), new ContractEstimator().Fit([.. ContractCount.Of(cohorts).Reverse()]));

        static IEnumerable<ContractLife> Some(int count, int renewals, bool churned) => Enumerable.Repeat(new ContractLife(renewals, churned), count);
    }

    [Fact]
    public void Fit_LivesThatCannotBe_AreLeftOutWithAWarning()
    {
        ValueList<ContractCount> counts = ContractCount.Of(Lives);
        FitResult<ContractModel> fit = new ContractEstimator().Fit([new(new(-1, true), 5), .. counts, new(new(1, true) { SeenFrom = 2 }, 3)]);

        Assert.Equal(new ContractEstimator().Fit(counts).Model, fit.Model);
        Assert.StartsWith("8 contracts", Assert.Single(fit.Report.Warnings, static warning => warning.Code == "invalid-lives").Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Fit_TooLittleData_IsAResult()
    {
        Assert.Equal("too-few-customers", Refused([new([49, 20, 10])]));
        Assert.Equal("too-few-churned", Refused([new([99, 95, 80])]));
        Assert.Equal("too-few-periods", Refused([new([99, 50])]));
        Assert.Equal("too-few-periods", Refused([new([99, 50, 30])], WithAge));
        Assert.True(new ContractEstimator().Fit(ContractCount.Of([new ContractCohort([99, 50, 30])])).Report.Converged);
    }

    [Fact]
    public void Fit_SameRateAtEachRenewal_ConvergesToTheLimit()
    {
        // 20 % cancel each time: customers do not differ, so that alpha and beta have no bound.
        FitResult<ContractModel> fit = new ContractEstimator().Fit(ContractCount.Of([new ContractCohort([10_000, 8_000, 6_400, 5_120, 4_096])]));

        Assert.Contains(fit.Report.Warnings, static warning => warning.Code is "parameter-at-edge" or "weakly-identified");
        Assert.Equal(0.8, fit.Model!.RetentionRate(10), 0.001);
    }

    [Fact]
    public void Fit_IterationsRunOut_SaysSo() => Assert.Equal(
        FitStatus.NotConverged, new ContractEstimator(new ContractOptions { MaximumIterations = 1 }).Fit(ContractCount.Of(Lives)).Report.Status);

    [Fact]
    public void Fit_ImpossibleArguments_Refuses()
    {
        Assert.Contains("count at 1", Assert.Throws<ArgumentException>(() => new ContractEstimator().Fit([new(default, 3), new(default, -1)])).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => new ContractEstimator(new ContractOptions { PeriodLength = 0 }));
        Assert.Throws<ArgumentException>(() => new ContractEstimator(new ContractOptions { Kind = (ContractModelKind)7 }));
    }

    [Fact]
    public void Objective_AnyPoint_IsTheMeanOfTheModelsLogLikelihoodsWithItsGradient() =>
        Prop.ForAll(Gen.Choose(-200, 200).Select(static log => log / 100.0).ArrayOf(3).ToArbitrary(), static point =>
        {
            ContractCount[] counts = [new(new(0, true), 5), new(new(3, true), 7), new(new(4, false), 11), new(new(9, true) { SeenFrom = 4 }, 3), new(new(6, false) { SeenFrom = 6 }, 2)];
            var objective = new ContractObjective(counts);
            double[] gradient = new double[3];
            double[] ignored = new double[3];
            var model = ContractModel.BetaDiscreteWeibull(Math.Exp(point[0]), Math.Exp(point[1]), Math.Exp(point[2]), Duration.Years(1));
            double value = objective.Evaluate(point, gradient);
            return Math.Abs(value + (counts.Sum(count => count.Customers * model.LogLikelihood(count.Life)) / 28)) < 1e-10 && Enumerable.Range(0, 3).All(i =>
            {
                double[] low = [.. point];
                double[] high = [.. point];
                low[i] -= 1e-5;
                high[i] += 1e-5;
                return Math.Abs(((objective.Evaluate(high, ignored) - objective.Evaluate(low, ignored)) / 2e-5) - gradient[i]) < 1e-6 * Math.Max(1, Math.Abs(gradient[i]));
            });
        }).Check(Quick.Tests(200));

    [Fact]
    public void Projection_SetsTheModelBesideWhatWasSeen()
    {
        ValueList<ContractCount> counts = ContractCount.Of([new ContractCohort([1_000, 600, 450]), new ContractCohort([500, 350])]);
        var model = ContractModel.ShiftedBetaGeometric(0.704, 1.182, Duration.Years(1));
        var projection = ContractProjection.Of(model, counts, 4);

        Assert.Equal([1_500, 600, 0, 0], projection.Rows.Select(static row => row.AtRisk));
        Assert.Equal(950 / 1_500.0, projection.Rows[0].SeenRetention!.Value, 1e-12);
        Assert.Equal([0.75, null, null], projection.Rows.Skip(1).Select(static row => row.SeenRetention));
        Assert.Equal(0.75 * 950 / 1_500.0, projection.Rows[1].SeenSurvival!.Value, 1e-12);
        Assert.Null(projection.Rows[2].SeenSurvival);
        Assert.Equal(model.Survival(4), projection.Rows[3].Survival);
        Assert.Equal(model.RetentionRate(3), projection.Rows[3].Retention);
        Assert.Contains("renewal", projection.Describe(), StringComparison.Ordinal);
        using var chart = JsonDocument.Parse(projection.ToVegaLite());
        Assert.Equal(5, chart.RootElement.GetProperty("data").GetProperty("values").GetArrayLength());
        Assert.Throws<ArgumentOutOfRangeException>(() => ContractProjection.Of(model, counts, 0));
    }

    [Fact]
    public void Projection_ContractsSeenLate_CountFromThereOn()
    {
        ContractProjectionRow[] rows = [.. ContractProjection.Of(
            ContractModel.ShiftedBetaGeometric(1, 1, Duration.Years(1)), [new(new(2, true) { SeenFrom = 1 }, 3), new(new(9, false) { SeenFrom = 2 }, 3), new(new(1, false), 4)], 5).Rows];

        Assert.Equal([4, 3, 6, 3, 3], rows.Select(static row => row.AtRisk));
        Assert.Equal([1, 1, 0.5, 1, 1], rows.Select(static row => row.SeenRetention!.Value));
        Assert.Equal(0.5, rows[4].SeenSurvival);
    }

    private static string Refused(ContractCohort[] cohorts, ContractOptions? options = null)
    {
        FitResult<ContractModel> fit = new ContractEstimator(options).Fit(ContractCount.Of(cohorts));
        Assert.Null(fit.Model);
        Assert.Equal(FitStatus.TooLittleData, fit.Report.Status);
        return fit.Report.Warnings[^1].Code;
    }

    private static ContractLife[] Draw(ContractModel model, int customers, ulong seed)
    {
        var random = new SeededRandom(seed);
        var lives = new List<ContractLife>();
        for (int i = 0; i < customers; i++)
        {
            int seenTo = 2 + (i % 9);
            int seenFrom = i % 5 == 0 ? 1 + (i % 2) : 0;
            double stays = 1 - random.NextBeta(model.Alpha, model.Beta);
            double left = random.NextDouble();
            int renewals = 0;
            while (renewals < seenTo && Math.Pow(stays, Math.Pow(renewals + 1, model.C)) > left)
            {
                renewals++;
            }

            if (renewals >= seenFrom)
            {
                lives.Add(new ContractLife(renewals, renewals < seenTo) { SeenFrom = seenFrom });
            }
        }

        return [.. lives];
    }
}
