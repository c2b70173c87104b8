namespace CustomerInsight.Models.Tests;

/// <summary>Models, numbers of periods and numbers of customers at the ends of their ranges.</summary>
public sealed class ContractLimitsTests
{
    // By 60 digits.
    [Theory]
    [InlineData(.001, 5, .01, 50_000, 3.9586446863004710707e-11)]
    [InlineData(.5, 2, .01, 90_000, 2.1531227829086233084e-8)]
    [InlineData(3, .2, .1, 99_999, 2.255165922866785409e-6)]
    [InlineData(2, 1, 5, 1_000, 0.0099452192869969916094)]
    [InlineData(1e-4, 40, .03, 7, 1.0490187636835610436e-8)]
    public void ChurnProbability_SmallStep_KeepsItsDigits(double alpha, double beta, double c, int renewals, double expected)
    {
        var model = ContractModel.BetaDiscreteWeibull(alpha, beta, c, Duration.Years(1));

        CloseTo.Relative(expected, model.ChurnProbability(renewals), 1e-12);
        CloseTo.Relative(Math.Log(expected), model.LogLikelihood(new ContractLife(renewals, true) { SeenFrom = renewals }), 1e-11);
    }

    // As the ones above; the search goes no further down with c.
    [Theory]
    [InlineData(3, .2, .1, 99_999, 2.255165922866785409e-6)]
    [InlineData(2, 1, 5, 1_000, 0.0099452192869969916094)]
    public void Likelihood_SmallStep_KeepsItsDigits(double alpha, double beta, double c, int renewals, double expected)
    {
        var objective = new ContractObjective([new ContractCount(new ContractLife(renewals, true) { SeenFrom = renewals }, 3)]);
        CloseTo.Relative(-Math.Log(expected), objective.Evaluate([Math.Log(alpha), Math.Log(beta), Math.Log(c)], new double[3]), 1e-11);
    }

    [Fact]
    public void Retention_PowersBeyondTheLargestDouble_KeepsItsDigits()
    {
        var model = ContractModel.BetaDiscreteWeibull(1e-4, 1, 1_000, Duration.Years(1));

        CloseTo.Relative(-0.1 * Numeric.Log1P(1.0 / 99_999), Math.Log(model.RetentionRate(99_999)), 1e-9);
    }

    [Fact]
    public void DiscountedLifetime_TooManyPeriods_IsRefused()
    {
        var model = ContractModel.ShiftedBetaGeometric(0.5, 1, Duration.Days(1));

        Assert.Contains("at most 100000", Assert.Throws<ArgumentOutOfRangeException>(() => model.DiscountedLifetime(DiscountRate.None, int.MaxValue)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => model.DiscountedResidualLifetime(3, DiscountRate.None, 100_001));
        Assert.Throws<ArgumentOutOfRangeException>(() => model.LifetimeValue(10, DiscountRate.None, -1));
        Assert.True(double.IsFinite(model.DiscountedLifetime(DiscountRate.None, 100_000)));
        CloseTo.Relative(1, model.DiscountedResidualLifetime(int.MaxValue, DiscountRate.None, 1), 1e-8);
    }

    [Fact]
    public void Counts_MoreThanAnInt_AreRefused()
    {
        var life = new ContractLife(3, true);
        ContractCount[] many = [new(life, int.MaxValue), new(life, 1), new(new ContractLife(2, false), 5)];

        Assert.Contains("2147483653 customers together", Assert.Throws<ArgumentException>(() => new ContractEstimator().Fit(many)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => ContractProjection.Of(ContractModel.ShiftedBetaGeometric(1, 1, Duration.Years(1)), many, 5));
        Assert.Throws<ArgumentException>(() => ContractProjection.Of(ContractModel.ShiftedBetaGeometric(1, 1, Duration.Years(1)), [new(life, -1)], 5));
        Assert.Throws<ArgumentException>(() => ContractCount.Of([new ContractCohort([int.MaxValue]), new ContractCohort([1])]));
        Assert.Contains("The count at 1 is of -4 customers", Assert.Throws<ArgumentException>(() => new ContractEstimator().Fit([new(life, 1), new(life, -4)])).Message, StringComparison.Ordinal);
    }
}
