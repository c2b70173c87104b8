namespace CustomerInsight.Models.Tests;

public sealed class AftModelTests
{
    public static TheoryData<AftDistribution> Distributions => [.. Enum.GetValues<AftDistribution>()];

    [Theory]
    [MemberData(nameof(Distributions))]
    public void Model_ItsFunctions_AgreeWithEachOther(AftDistribution distribution)
    {
        AftModel model = Model(distribution);
        double[] x = [1.5];
        foreach (double share in new[] { 1e-9, 0.01, 0.3, 0.5, 0.9, 0.999 })
        {
            CloseTo.Relative(1 - share, model.Survival(x, model.Quantile(x, share)), 1e-12);
        }

        double last = 1;
        for (double time = 0.5; time < 60; time += 0.5)
        {
            double step = 1e-5 * time;
            double slope = (Math.Log(model.Survival(x, time - step)) - Math.Log(model.Survival(x, time + step))) / (2 * step);
            CloseTo.Relative(slope, model.Hazard(x, time), 1e-6);
            CloseTo.Relative(model.Survival(x, time + 3) / model.Survival(x, time), model.SurvivalAfter(x, time, 3), 1e-9);
            Assert.True(model.Survival(x, time) <= last);
            last = model.Survival(x, time);
        }

        // The mean is the area under the curve, in the log of the time.
        double area = 0;
        for (double log = -20; log < 40; log += 0.001)
        {
            area += model.Survival(x, Math.Exp(log)) * Math.Exp(log) * 0.001;
        }

        CloseTo.Relative(area, model.Mean(x), 1e-6);
        Assert.Equal(1, model.Survival(x, 0));
        Assert.Equal(0, model.Survival(x, double.PositiveInfinity));
        Assert.True(model.Risk([2]) > model.Risk([3]));
    }

    [Fact]
    public void Survival_FarInTheNormalTail_KeepsItsDigits()
    {
        var model = new AftModel(AftDistribution.LogNormal, 0, [], 1);

        // Of mpmath: ncdf(-5), ncdf(-10), ncdf(-30), and 1 − ncdf(-8).
        CloseTo.Relative(2.866515718791939e-7, model.Survival([], Math.Exp(5)), 1e-12);
        CloseTo.Relative(7.619853024160527e-24, model.Survival([], Math.Exp(10)), 1e-12);
        CloseTo.Relative(4.906713927148187e-198, model.Survival([], Math.Exp(30)), 1e-11);
        Assert.Equal(1 - 6.220960574271785e-16, model.Survival([], Math.Exp(-8)), 1e-16);
    }

    [Theory]
    [MemberData(nameof(Distributions))]
    public void Risk_FeaturesThatOverflow_IsFinite(AftDistribution distribution)
    {
        var model = new AftModel(distribution, 1, [new AftCoefficient("a", 10), new AftCoefficient("b", -10)], 1);
        Assert.InRange(model.Risk([1e308, 1e308]), -1, 0);
        Assert.Equal(double.MinValue, model.Risk([1e308, -1e308]));
        Assert.Equal(double.MaxValue, model.Risk([-1e308, 1e308]));
        Assert.Equal(1, model.Survival([1e308, -1e308], 5));
        Assert.Equal(0, model.Survival([-1e308, 1e308], 5));
        Assert.InRange(model.Survival([1e308, 1e308], 5), 0, 1);
    }

    [Fact]
    public void QuantileInterval_OfAnExponential_IsThatOfItsRate()
    {
        double[] exits = [.. Enumerable.Range(1, 50).Select(static i => (double)i)];
        AftModel model = new AftEstimator(new AftOptions { Distribution = AftDistribution.Exponential }).Fit(SurvivalTimes.Create(exits, [.. exits.Select(static _ => true)])).Model!;
        TimeInterval interval = model.QuantileInterval([], 0.5)!.Value;
        double median = Math.Log(2) * exits.Average();
        CloseTo.Relative(median, model.Quantile([], 0.5), 1e-9);
        CloseTo.Relative(median * Math.Exp(-1.959963984540054 / Math.Sqrt(50)), interval.Low, 1e-8);
        CloseTo.Relative(median * Math.Exp(1.959963984540054 / Math.Sqrt(50)), interval.High, 1e-8);
        Assert.Null(Model(AftDistribution.Weibull).QuantileInterval([1], 0.5));
    }

    [SharedFact]
    public void Save_AnyModel_ReadsBackEqual()
    {
        AftModel fitted = new AftEstimator().Fit(SurvivalSets.RossiData()).Model!;
        foreach (AftModel model in new[] { fitted, Model(AftDistribution.LogLogistic) with { Cause = 2 } })
        {
            using var stream = new MemoryStream();
            model.Save(stream);
            stream.Position = 0;
            Assert.Equal(model, AftModel.Load(stream));
        }

        Assert.Contains("fin", fitted.Describe(), StringComparison.Ordinal);
        Assert.Contains("\"feature\":\"fin\"", fitted.ToVegaLite(), StringComparison.Ordinal);
        ReadOnlySpan<double> row = SurvivalSets.RossiData().Features.Row(0);
        TimeInterval interval = fitted.QuantileInterval(row, 0.5)!.Value;
        Assert.InRange(fitted.Quantile(row, 0.5), interval.Low, interval.High);
    }

    [Fact]
    public void Model_OfImpossibleNumbers_IsRefused()
    {
        Assert.Throws<ArgumentException>(() => new AftModel(AftDistribution.Exponential, 1, [], 2));
        Assert.Throws<ArgumentException>(() => new AftModel(AftDistribution.Weibull, 1, [new AftCoefficient("a", 1), new AftCoefficient("a", 1)], 2));
        Assert.Throws<ArgumentException>(() => new AftModel(AftDistribution.Weibull, 1, [new AftCoefficient("a", double.NaN)], 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => new AftModel(AftDistribution.Weibull, 1, [], 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new AftModel((AftDistribution)8, 1, [], 1));
        Assert.Throws<ArgumentException>(() => Model(AftDistribution.Weibull) with { Covariance = new ParameterCovariance(["intercept"], [1]) });
        Assert.Throws<ArgumentException>(() => Model(AftDistribution.Weibull).Survival([], 1));
        Assert.Throws<ArgumentException>(() => Model(AftDistribution.Weibull).Risk([double.NaN]));
        Assert.Throws<ArgumentOutOfRangeException>(() => Model(AftDistribution.Weibull).Survival([1], -1));
    }

    private static AftModel Model(AftDistribution distribution) => new(distribution, 1.2, [new AftCoefficient("x", 0.4)], distribution == AftDistribution.Exponential ? 1 : 0.55);
}
