namespace CustomerInsight.Models.Tests;

/// <summary>What tests, the delta method and the bootstrap say of models in discrete time.</summary>
public sealed class ContractUncertaintyTests
{
    // The cohorts of Fader and Hardie (2007): subscribers of 1,000 who were left each year.
    private static readonly ValueList<ContractCount> Regular = ContractCount.Of([new ContractCohort([1_000, 631, 468, 382, 326, 289, 262, 241])]);
    private static readonly ValueList<ContractCount> HighEnd = ContractCount.Of([new ContractCohort([1_000, 869, 743, 653, 593, 551, 517, 491])]);

    [Fact]
    public void LikelihoodRatio_OfDependenceOnAge_IsThatOfTheReference()
    {
        LikelihoodRatioTest regular = Test(Regular);
        LikelihoodRatioTest highEnd = Test(HighEnd);

        Assert.Equal(("sBG", "BdW", 1), (regular.Smaller, regular.Larger, regular.DegreesOfFreedom));
        Assert.Equal(1.32471111, regular.Statistic, 1e-6);
        Assert.Equal(0.24975, regular.PValue, 1e-4);
        Assert.Equal(11.68786835, highEnd.Statistic, 1e-6);
        Assert.Equal(0.00063, highEnd.PValue, 1e-5);
    }

    [Fact]
    public void DeltaMethodAndBootstrap_OfAProjection_AgreeOnItsError()
    {
        var estimator = new ContractEstimator();
        FitResult<ContractModel> fit = estimator.Fit(HighEnd);
        UncertainValue delta = DeltaMethod.Of(
            [.. fit.Model!.Parameters.Select(static parameter => parameter.Value)],
            fit.Report.Covariance!,
            static values => ContractModel.ShiftedBetaGeometric(values[0], values[1], Duration.Years(1)).Survival(12));
        UncertainValue drawn = Bootstrap.Fit(estimator, HighEnd, new BootstrapOptions { Draws = 300 }).Model!.Of(static model => model.Survival(12));

        Assert.Equal(fit.Model.Survival(12), delta.Value);
        Assert.Equal(delta.Value, drawn.Value);
        Assert.Equal(1, drawn.StandardError / delta.StandardError, 0.2);
        Assert.InRange(fit.Model.Survival(12), drawn.Low, drawn.High);
    }

    [Fact]
    public void Bootstrap_OfBgBb_AgreesWithTheStandardErrors()
    {
        OpportunityCount[] donors = [new(new(0, 0, 6), 3_464), new(new(1, 1, 6), 1_091), new(new(1, 4, 6), 400), new(new(3, 4, 6), 900), new(new(4, 6, 6), 1_200), new(new(6, 6, 6), 1_203)];
        IReadOnlyList<OpportunityCount> data = donors;
        FitResult<BgBbModel> fit = new BgBbEstimator().Fit(data);
        BootstrapSample<BgBbModel> sample = Bootstrap.Fit(new BgBbEstimator(), data, new BootstrapOptions { Draws = 200 }).Model!;

        Assert.Equal(fit.Model, sample.Model);
        Assert.Equal(1, sample.Of(static model => model.Alpha).StandardError / fit.Report.Parameters[0].StandardError!.Value, 0.3);
    }

    private static LikelihoodRatioTest Test(ValueList<ContractCount> contracts) => LikelihoodRatioTest.Of(
        new ContractEstimator().Fit(contracts).Report, new ContractEstimator(new ContractOptions { Kind = ContractModelKind.BetaDiscreteWeibull }).Fit(contracts).Report);
}
