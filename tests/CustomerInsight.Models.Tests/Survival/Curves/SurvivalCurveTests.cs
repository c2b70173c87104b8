namespace CustomerInsight.Models.Tests;

public sealed class SurvivalCurveTests
{
    private static readonly SurvivalCurve Falling = new([1, 2, 4, 8], [0.9, 0.5, 0.4, 0.1], 10);

    [Theory]
    [InlineData(0, 1)]
    [InlineData(0.99, 1)]
    [InlineData(1, 0.9)]
    [InlineData(3.9, 0.5)]
    [InlineData(4, 0.4)]
    [InlineData(100, 0.1)]
    public void At_AnyTime_IsTheValueOfTheLastStep(double time, double expected) => Assert.Equal(expected, Falling.At(time));

    [Theory]
    [InlineData(0.05, 1)]
    [InlineData(0.3, 2)]
    [InlineData(0.5, 3)]
    [InlineData(0.55, 4)]
    [InlineData(0.9, 9)]
    [InlineData(0.95, double.PositiveInfinity)]
    public void Quantile_OfAShare_IsTheFirstTimeOrTheMiddleOfAFlatStretch(double share, double expected) => Assert.Equal(expected, Falling.Quantile(share), 12);

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 1)]
    [InlineData(3, 2.4)]
    [InlineData(10, 1 + 0.9 + 1 + 1.6 + 0.2)]
    [InlineData(12, 1 + 0.9 + 1 + 1.6 + 0.4)]
    public void RestrictedMean_IsTheAreaUnderTheCurve(double horizon, double expected) => Assert.Equal(expected, Falling.RestrictedMean(horizon), 12);

    [Fact]
    public void After_ATime_IsTheQuotientOfTheCurve()
    {
        SurvivalCurve left = Falling.After(2.5);
        for (double time = 0; time < 12; time += 0.5)
        {
            Assert.Equal(Falling.At(2.5 + time) / Falling.At(2.5), left.At(time), 12);
        }

        Assert.Equal(7.5, left.End);
        Assert.Equal(new SurvivalCurve([], [], 0), Falling.After(10));
        Assert.Equal(Falling, Falling.After(0));
    }

    [Fact]
    public void After_StepsThatRoundingPutsAtOneTime_AreOne()
    {
        double[] times = [.. Enumerable.Range(0, 4).Select(static step => BitConverter.UInt64BitsToDouble(BitConverter.DoubleToUInt64Bits(1) + (ulong)step))];
        var close = new SurvivalCurve(ValueList.Create<double>(times), [0.8, 0.6, 0.4, 0.2], 2);
        double start = 1.5 * (times[1] - times[0]) / 3;
        SurvivalCurve left = close.After(start);
        Assert.InRange(left.Times.Count, 1, 3);
        Assert.Equal(0.2, left.Probabilities[^1], 1e-12);
        Assert.Equal(2 - start, left.End);
        var model = new CoxModel([new CoxCoefficient("x", 1, 0, 1)], [new CoxBaseline(0, ValueList.Create<double>(times), [0.1, 0.2, 0.3, 0.4], 2)]);
        Assert.Equal(left.Times, model.Curve([0], start).Times);
    }

    [Fact]
    public void Curve_WithoutSteps_IsOneForEver()
    {
        var flat = new SurvivalCurve([], [], 5);
        Assert.Equal(1, flat.At(7));
        Assert.Equal(double.PositiveInfinity, flat.Median);
        Assert.Equal(3, flat.RestrictedMean(3));
        Assert.Contains("\"survival\":1", flat.ToVegaLite(), StringComparison.Ordinal);
    }

    [Fact]
    public void Curve_ThatIsNone_IsRefused()
    {
        Assert.Throws<ArgumentException>(() => new SurvivalCurve([1, 1], [0.5, 0.4], 3));
        Assert.Throws<ArgumentException>(() => new SurvivalCurve([1, 2], [0.5, 0.6], 3));
        Assert.Throws<ArgumentException>(() => new SurvivalCurve([1], [1.1], 3));
        Assert.Throws<ArgumentException>(() => new SurvivalCurve([1], [double.NaN], 3));
        Assert.Throws<ArgumentException>(() => new SurvivalCurve([1, 2], [0.5], 3));
        Assert.Throws<ArgumentException>(() => new SurvivalCurve([4], [0.5], 3));
        Assert.Throws<ArgumentException>(() => new SurvivalCurve([], [], double.PositiveInfinity));
        Assert.Throws<ArgumentOutOfRangeException>(() => Falling.At(double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>(() => Falling.Quantile(1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Falling.RestrictedMean(-1));
    }
}
