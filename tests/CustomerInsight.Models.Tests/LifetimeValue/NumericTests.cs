using MathNet.Numerics;

namespace CustomerInsight.Models.Tests;

public sealed class NumericTests
{
    [Theory]
    [InlineData(1e-20, 1e-20)]
    [InlineData(1e-10, 9.9999999995e-11)]
    [InlineData(1, 0.69314718055994531)]
    [InlineData(0, 0)]
    [InlineData(double.PositiveInfinity, double.PositiveInfinity)]
    public void Log1P_Value_KeepsItsDigits(double x, double expected) => CloseTo.Relative(expected, Numeric.Log1P(x), 1e-15);

    [Theory]
    [InlineData(1e-20, 1e-20)]
    [InlineData(-1e-10, -9.9999999995e-11)]
    [InlineData(1, 1.7182818284590452)]
    [InlineData(-800, -1)]
    [InlineData(-40, -1)]
    [InlineData(800, double.PositiveInfinity)]
    public void ExpM1_Value_KeepsItsDigits(double x, double expected) => CloseTo.Relative(expected, Numeric.ExpM1(x), 1e-15);

    [Theory]
    [InlineData(-800, 0)]
    [InlineData(0, 0.69314718055994531)]
    [InlineData(800, 800)]
    public void Softplus_Value_DoesNotOverflow(double x, double expected) => CloseTo.Relative(expected, Numeric.Softplus(x), 1e-15);

    [Fact]
    public void LogRising_AnyNumber_IsTheRatioOfGammaFunctions() => Prop.ForAll(
        Gen.Choose(1, 5_000).Select(c => c / 100.0).ToArbitrary(),
        Gen.Choose(0, 200).ToArbitrary(),
        (c, n) => Math.Abs(Numeric.LogRising(c, n) - (SpecialFunctions.GammaLn(c + n) - SpecialFunctions.GammaLn(c))) < 1e-9).Check(Quick.Tests(300));
}
