namespace CustomerInsight.Models.Tests;

public sealed class DeltaMethodTests
{
    private static readonly FitResult<BgNbdModel> Fit = new BgNbdEstimator(new BgNbdOptions { Unit = TimeUnit.Week }).Fit(CdnowLike.Patterns(2000));

    [Fact]
    public void Of_AParameterItself_HasItsStandardErrorAndInterval()
    {
        foreach (ParameterEstimate parameter in Fit.Report.Parameters)
        {
            UncertainValue value = DeltaMethod.Of(Fit.Model!, Fit.Report.Covariance!, model => model.Parameters.Single(item => item.Name == parameter.Name).Value);

            Assert.Equal(parameter.Value, value.Value);
            CloseTo.Relative(parameter.StandardError!.Value, value.StandardError, 1e-9);
            CloseTo.Relative(parameter.Low!.Value, value.Low, 1e-9);
            CloseTo.Relative(parameter.High!.Value, value.High, 1e-9);
        }
    }

    [Fact]
    public void Of_ModelInAnotherUnit_IsRefused()
    {
        Assert.Equal(TimeUnit.Week, Fit.Report.Covariance!.Unit);
        string message = Assert.Throws<ArgumentException>(() => DeltaMethod.Of(Fit.Model!.In(TimeUnit.Day), Fit.Report.Covariance, model => model.ExpectedPurchases(Duration.Weeks(52)))).Message;
        Assert.Contains("The covariance is in the unit Week, but the model in Day", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_LinearPrediction_IsExact() => Prop.ForAll(
        Gen.Choose(-9, 9).Select(value => (double)value).ArrayOf(4).ToArbitrary(),
        numbers =>
        {
            // The covariance A Aᵀ of A = [[1, 0], [n₀, n₁]], and weights n₂, n₃.
            (double a, double b, double u, double v) = (numbers[0], numbers[1], numbers[2], numbers[3]);
            var covariance = new ParameterCovariance(["x", "y"], [1, a, a, (a * a) + (b * b)]);
            UncertainValue value = DeltaMethod.Of([3, -4], covariance, at => 7 + (u * at[0]) + (v * at[1]), IntervalScale.Plain, 0.9);

            double error = Math.Sqrt(Math.Pow(u + (v * a), 2) + Math.Pow(v * b, 2));
            return Math.Abs(value.StandardError - error) < 1e-8 * (1 + error)
                && Math.Abs(value.Low - (value.Value - (1.6448536269514722 * value.StandardError))) < 1e-8 * (1 + error)
                && Math.Abs(value.High + value.Low - (2 * value.Value)) < 1e-8 * (1 + error);
        }).Check(Quick.Tests(200));

    [Theory]
    [InlineData(IntervalScale.Log, 0.4, 0.1)]
    [InlineData(IntervalScale.LogOdds, 0.4, 0.1)]
    [InlineData(IntervalScale.Plain, 0.4, 0.1)]
    [InlineData(IntervalScale.LogOdds, 0.0001, 0.4)]
    [InlineData(IntervalScale.LogOdds, 0.9999, 0.4)]
    [InlineData(IntervalScale.Log, 1e-9, 4)]
    public void Of_AnyScale_IsSymmetricOnItAndStaysInItsRange(IntervalScale scale, double value, double error)
    {
        UncertainValue found = DeltaMethod.Of([value], new ParameterCovariance(["x"], [error * error]), at => at[0], scale);

        double On(double x) => scale switch { IntervalScale.Log => Math.Log(x), IntervalScale.LogOdds => Math.Log(x / (1 - x)), _ => x };
        double slope = scale switch { IntervalScale.Log => 1 / value, IntervalScale.LogOdds => 1 / value / (1 - value), _ => 1 };
        CloseTo.Relative(error, found.StandardError, 1e-9);
        if (found.Low > 1e-300 && found.High < 1 - 1e-9)
        {
            CloseTo.Relative(1.959963984540054 * error * slope, On(value) - On(found.Low), 1e-8);
            CloseTo.Relative(1.959963984540054 * error * slope, On(found.High) - On(value), 1e-8);
        }

        Assert.True(scale == IntervalScale.Plain || found.Low >= 0);
        Assert.True(scale != IntervalScale.LogOdds || found.High <= 1);
    }

    [Fact]
    public void Of_AtTheEdgeOfTheScale_CutsTheIntervalOffThere()
    {
        var covariance = new ParameterCovariance(["x"], [0.01]);

        Assert.Equal(0, DeltaMethod.Of([1], covariance, at => at[0] - 1).Low);
        Assert.Equal(0.196, DeltaMethod.Of([1], covariance, at => at[0] - 1).High, 1e-4);
        Assert.Equal((0.804, 1), (Math.Round(DeltaMethod.Of([1], covariance, at => at[0], IntervalScale.LogOdds).Low, 4), DeltaMethod.Of([1], covariance, at => at[0], IntervalScale.LogOdds).High));
        Assert.Equal(new UncertainValue(5, 0, 5, 5), DeltaMethod.Of([1], covariance, _ => 5));
    }

    [Fact]
    public void Of_ParametersOfAnotherModelOrNoNumber_SaysWhatToDo()
    {
        var covariance = new ParameterCovariance(["x"], [0.01]);

        Assert.Contains("own fit", Assert.Throws<ArgumentException>(() => DeltaMethod.Of(Fit.Model!, covariance, _ => 1)).Message, StringComparison.Ordinal);
        Assert.Contains("Expected 1 parameters", Assert.Throws<ArgumentException>(() => DeltaMethod.Of([1, 2], covariance, _ => 1)).Message, StringComparison.Ordinal);
        Assert.Contains("no standard error", Assert.Throws<ArgumentException>(() => DeltaMethod.Of([1], covariance, _ => double.NaN)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => DeltaMethod.Of([1], covariance, _ => 1, IntervalScale.Log, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => DeltaMethod.Of([1], covariance, _ => 1, (IntervalScale)9));
    }
}
