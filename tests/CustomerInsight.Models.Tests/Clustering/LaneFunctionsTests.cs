using System.Runtime.Intrinsics;

namespace CustomerInsight.Models.Tests;

public sealed class LaneFunctionsTests
{
    private static readonly Arbitrary<double> Logs = Gen.Choose(-690_000, 690_000).Select(log => log / 1000.0).ToArbitrary();

    [Fact]
    public void Exponential_AnyExponent_IsTheFrameworks() =>
        Prop.ForAll(Logs, x => CloseTo.Difference(Math.Exp(x), LaneExponential.Of(Vector512.Create(x)).ToScalar()) < 4e-16).Check(Quick.Tests(5_000));

    [Fact]
    public void ExponentialMinusOne_AnyExponent_IsTheScalarOne() => Prop.ForAll(Logs, Gen.Choose(-20, 0).ToArbitrary(), (x, power) =>
    {
        x *= Math.Pow(10, power);
        return CloseTo.Difference(Numeric.ExpM1(x), LaneExponential.MinusOne(Vector512.Create(x)).ToScalar()) < 8e-16;
    }).Check(Quick.Tests(5_000));

    [Fact]
    public void Logarithm_AnyNumber_IsTheFrameworks() => Prop.ForAll(Logs, log =>
    {
        double x = Math.Exp(log);
        return CloseTo.Difference(Math.Log(x), LaneLogarithm.Of(Vector512.Create(x)).ToScalar()) < 4e-16;
    }).Check(Quick.Tests(5_000));

    [Fact]
    public void LogarithmOfOnePlus_AnyNumber_IsTheScalarOne() => Prop.ForAll(Logs, log =>
    {
        double x = Math.Exp(log);
        return CloseTo.Difference(Numeric.Log1P(x), LaneLogarithm.OnePlus(Vector512.Create(x)).ToScalar()) < 6e-16;
    }).Check(Quick.Tests(5_000));

    [Fact]
    public void Functions_AtTheirFixedPoints_AreExact()
    {
        Assert.Equal(0, LaneLogarithm.Of(Vector512<double>.One).ToScalar());
        Assert.Equal(0, LaneLogarithm.OnePlus(Vector512<double>.Zero).ToScalar());
        Assert.Equal(0, LaneExponential.MinusOne(Vector512<double>.Zero).ToScalar());
        Assert.Equal(1, LaneExponential.Of(Vector512<double>.Zero).ToScalar());
    }
}
