namespace CustomerInsight;

public class PortableMathTests
{
    private static readonly Arbitrary<double> Positive = ArbMap.Default.GeneratorFor<NormalFloat>()
        .Select(x => Math.Abs(x.Get)).Where(x => x > 0).ToArbitrary();

    [Fact]
    public void Log_AnyPositiveNumber_AgreesWithTheRuntime() =>
        Prop.ForAll(Positive, x => Close(PortableMath.Log(x), Math.Log(x))).Check(Quick.Tests(2_000));

    [Fact]
    public void Exp_AnyModerateNumber_AgreesWithTheRuntime() =>
        Prop.ForAll(Gen.Choose(-700_000, 700_000).Select(x => x / 1_000.0).ToArbitrary(), x => Close(PortableMath.Exp(x), Math.Exp(x))).Check(Quick.Tests(2_000));

    [Fact]
    public void Pow_UniformToAPower_AgreesWithTheRuntime() =>
        Prop.ForAll(Gen.Choose(1, 1_000_000).Select(x => x / 1e6).ToArbitrary(), Gen.Choose(1, 20_000).Select(y => y / 1_000.0).ToArbitrary(),
            (x, y) => Math.Abs(PortableMath.Pow(x, y) - Math.Pow(x, y)) <= 1e-12 * Math.Pow(x, y) || Math.Pow(x, y) < 1e-100).Check(Quick.Tests(2_000));

    [Theory]
    [InlineData(0, double.NegativeInfinity)]
    [InlineData(1, 0)]
    [InlineData(double.PositiveInfinity, double.PositiveInfinity)]
    [InlineData(-1, double.NaN)]
    [InlineData(double.NaN, double.NaN)]
    public void Log_AtTheEdges_IsWhatTheRuntimeSays(double x, double expected) => Assert.Equal(expected, PortableMath.Log(x));

    [Fact]
    public void Log_SubnormalNumber_IsRight() => Assert.Equal(Math.Log(4.9e-324), PortableMath.Log(4.9e-324), 1e-10);

    [Theory]
    [InlineData(0, 1)]
    [InlineData(-1_000, 0)]
    [InlineData(double.NegativeInfinity, 0)]
    [InlineData(1_000, double.PositiveInfinity)]
    [InlineData(double.NaN, double.NaN)]
    public void Exp_AtTheEdges_IsWhatTheRuntimeSays(double x, double expected) => Assert.Equal(expected, PortableMath.Exp(x));

    private static bool Close(double actual, double expected) => Math.Abs(actual - expected) <= 4e-16 * Math.Max(1, Math.Abs(expected)) || Math.Abs(actual - expected) <= 1e-14 * Math.Abs(expected);
}
