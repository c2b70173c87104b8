using System.Text;

namespace CustomerInsight.Models.Tests;

public sealed class ContractModelTests
{
    private static readonly Arbitrary<ContractModel> Models = Cases(Gen.Choose(-150, 150), Gen.Choose(-50, 50));
    private static readonly Arbitrary<ContractModel> Extreme = Cases(Gen.Choose(-400, 500), Gen.Choose(-200, 150));

    [Fact]
    public void LogLikelihood_AllThatCanHappen_AddsUpToOne() => Prop.ForAll(Models, Gen.Choose(0, 40).ToArbitrary(), Gen.Choose(0, 10).ToArbitrary(), (model, last, from) =>
    {
        double churned = Enumerable.Range(from, last + 1).Sum(renewals => Math.Exp(model.LogLikelihood(new ContractLife(renewals, true) { SeenFrom = from })));
        double left = Math.Exp(model.LogLikelihood(new ContractLife(from + last + 1, false) { SeenFrom = from }));
        return Math.Abs(churned + left - 1) < 1e-12 && CloseTo.Difference(left, model.Survival(from + last + 1) / model.Survival(from)) < 1e-10;
    }).Check(Quick.Tests(300));

    [Fact]
    public void Survival_AnyModel_IsTheProductOfTheRatesOfRetention() => Prop.ForAll(Models, model =>
    {
        double product = 1;
        for (int renewal = 0; renewal < 50; renewal++)
        {
            product *= model.RetentionRate(renewal);
            if (CloseTo.Difference(product, model.Survival(renewal + 1)) > 1e-11 || Math.Abs(model.ChurnProbability(renewal) + model.RetentionRate(renewal) - 1) > 1e-14)
            {
                return false;
            }
        }

        return model.Survival(0) == 1 && Math.Abs(model.ChurnProbability(3, 7) - (1 - (model.Survival(10) / model.Survival(3)))) < 1e-12;
    }).Check(Quick.Tests(300));

    [Fact]
    public void DiscountedLifetime_SomePeriods_IsTheSumOfDiscountedSurvival() => Prop.ForAll(Models, Gen.Choose(0, 60).ToArbitrary(), Gen.Choose(0, 30).ToArbitrary(), (model, periods, percent) =>
    {
        var rate = DiscountRate.Annual(percent / 100.0);
        double lifetime = Enumerable.Range(0, periods).Sum(t => model.Survival(t) * Math.Pow(1 + (percent / 100.0), -t));
        double residual = Enumerable.Range(0, periods).Sum(t => model.Survival(t + 6) / model.Survival(5) * Math.Pow(1 + (percent / 100.0), -t));
        return Math.Abs(lifetime - model.DiscountedLifetime(rate, periods)) <= 1e-10 * lifetime
            && Math.Abs(residual - model.DiscountedResidualLifetime(5, rate, periods)) <= 1e-9 * residual;
    }).Check(Quick.Tests(300));

    [Fact]
    public void DiscountedLifetime_ForEver_IsThatOfVeryManyPeriods() => Prop.ForAll(Models, Gen.Choose(1, 40).ToArbitrary(), (model, perThousand) =>
    {
        var rate = DiscountRate.Annual(perThousand / 1000.0);
        return CloseTo.Difference(model.DiscountedLifetime(rate, 40_000), model.DiscountedLifetime(rate)) < 1e-10
            && CloseTo.Difference(model.DiscountedResidualLifetime(9, rate, 40_000), model.DiscountedResidualLifetime(9, rate)) < 1e-10;
    }).Check(Quick.Tests(15));

    [Fact]
    public void DiscountedLifetime_ShiftedBetaGeometricWithoutDiscount_HasAClosedForm()
    {
        foreach (double alpha in (double[])[1.01, 1.5, 4, 300])
        {
            var model = ContractModel.ShiftedBetaGeometric(alpha, 7, Duration.Months(1));

            CloseTo.Relative((alpha + 7 - 1) / (alpha - 1), model.DiscountedLifetime(DiscountRate.None), 1e-10);
            CloseTo.Relative((7.0 + 3) / (alpha - 1), model.DiscountedResidualLifetime(3, DiscountRate.None), 1e-10);
        }

        Assert.Equal(double.PositiveInfinity, ContractModel.ShiftedBetaGeometric(1, 7, Duration.Months(1)).DiscountedLifetime(DiscountRate.None));
    }

    [Fact]
    public void Model_AnyParameters_GivesNumbers() => Prop.ForAll(Extreme, Gen.Choose(0, 100_000).ToArbitrary(), (model, renewals) =>
        model.Survival(renewals) is >= 0 and <= 1
        && model.RetentionRate(renewals) is >= 0 and <= 1
        && model.ChurnProbability(renewals) is >= 0 and <= 1
        && !double.IsNaN(model.LogLikelihood(new(renewals, true)))
        && model.DiscountedLifetime(DiscountRate.Annual(0.1)) is >= 1 and <= 11.001
        && model.DiscountedResidualLifetime(renewals, DiscountRate.Annual(0.1)) is >= 0 and <= 11.001).Check(Quick.Tests(200));

    [Fact]
    public void LifetimeValue_IsTheMarginTimesTheLifetime()
    {
        var model = ContractModel.ShiftedBetaGeometric(0.704, 1.182, Duration.Months(1));
        var rate = DiscountRate.Annual(0.1);

        Assert.Equal(9.99 * model.DiscountedLifetime(rate), (double)model.LifetimeValue(9.99m, rate), 1e-9);
        Assert.Equal(9.99 * model.DiscountedLifetime(rate, 12), (double)model.LifetimeValue(9.99m, rate, 12), 1e-9);
        Assert.Equal(9.99 * model.DiscountedResidualLifetime(4, rate), (double)model.ResidualValue(4, 9.99m, rate), 1e-9);
        Assert.True(model.ResidualValue(12, 1, rate) > model.ResidualValue(0, 1, rate));
        Assert.Throws<OverflowException>(() => model.LifetimeValue(1, DiscountRate.None));
    }

    [Fact]
    public void DiscountedLifetime_OtherPeriod_DiscountsByTheTimeThatPasses() => CloseTo.Relative(
        ContractModel.ShiftedBetaGeometric(0.7, 1.2, Duration.Years(1)).DiscountedLifetime(DiscountRate.Annual(0.21)),
        ContractModel.ShiftedBetaGeometric(0.7, 1.2, Duration.Months(6)).DiscountedLifetime(DiscountRate.Annual((1.21 * 1.21) - 1)),
        1e-12);

    [Theory]
    [InlineData(ContractModelKind.ShiftedBetaGeometric)]
    [InlineData(ContractModelKind.BetaDiscreteWeibull)]
    public void SaveAndLoad_GivesTheSameModel(ContractModelKind kind)
    {
        ContractModel model = kind == ContractModelKind.ShiftedBetaGeometric
            ? ContractModel.ShiftedBetaGeometric(0.7040772957265963, 1.25, Duration.Months(1))
            : ContractModel.BetaDiscreteWeibull(0.7040772957265963, 1.25, 1.5, Duration.Months(1));
        using var file = new MemoryStream();
        model.Save(file);
        file.Position = 0;

        Assert.Equal(model, ContractModel.Load(file));
        string text = Encoding.UTF8.GetString(file.ToArray());
        foreach ((string from, string to) in new[] { ("1.25", "-1.25"), ($"\"{model.Name}\"", "\"other\"") })
        {
            using var damaged = new MemoryStream(Encoding.UTF8.GetBytes(text.Replace(from, to, StringComparison.Ordinal)));
            Assert.Equal(ModelFileException.ImpossibleValues, Assert.Throws<ModelFileException>(() => ContractModel.Load(damaged)).Code);
        }
    }

    [Fact]
    public void ToString_SaysModelAndPeriod()
    {
        Assert.Equal("sBG alpha=0.704 beta=1.182 (each 1 year)", ContractModel.ShiftedBetaGeometric(0.704, 1.182, Duration.Years(1)).ToString());
        Assert.Equal("BdW alpha=0.5 beta=1 c=1.5 (each 3 months)", ContractModel.BetaDiscreteWeibull(0.5, 1, 1.5, Duration.Months(3)).ToString());
    }

    [Fact]
    public void Model_ImpossibleArguments_Refuses()
    {
        var model = ContractModel.ShiftedBetaGeometric(1, 1, Duration.Years(1));

        Assert.Throws<ArgumentOutOfRangeException>(() => ContractModel.ShiftedBetaGeometric(0, 1, Duration.Years(1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => ContractModel.BetaDiscreteWeibull(1, 1, double.NaN, Duration.Years(1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => ContractModel.ShiftedBetaGeometric(1, 1, Duration.Forever));
        Assert.Throws<ArgumentOutOfRangeException>(() => model.Survival(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => model.RetentionRate(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => model.ChurnProbability(1, -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => model.DiscountedLifetime(DiscountRate.None, -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => model.DiscountedResidualLifetime(-1, DiscountRate.None));
        Assert.Throws<ArgumentException>(() => model.LogLikelihood(new(2, true) { SeenFrom = 3 }));
        Assert.Throws<ArgumentException>(() => model.LogLikelihood(new(-1, true)));
        Assert.Throws<ArgumentException>(() => new ContractCohort([10, 11]));
        Assert.Throws<ArgumentException>(() => new ContractCohort([]));
        Assert.Throws<ArgumentException>(() => new ContractCohort([3, -1]));
    }

    private static Arbitrary<ContractModel> Cases(Gen<int> logs, Gen<int> logsOfC) => (
        from alpha in logs
        from beta in logs
        from c in logsOfC
        select c % 3 == 0
            ? ContractModel.ShiftedBetaGeometric(Math.Pow(10, alpha / 100.0), Math.Pow(10, beta / 100.0), Duration.Years(1))
            : ContractModel.BetaDiscreteWeibull(Math.Pow(10, alpha / 100.0), Math.Pow(10, beta / 100.0), Math.Pow(10, c / 100.0), Duration.Years(1))).ToArbitrary();
}
