namespace CustomerInsight.Models.Tests;

public sealed class PurchasesIfAliveTests
{
    private static readonly Gen<double> Parameter = Gen.Choose(-300, 300).Select(log => Math.Pow(10, log / 150.0));

    private static readonly Arbitrary<(double S, double A, double B, double Tau)> Arguments = (
        from s in Parameter
        from a in Parameter
        from b in Parameter
        from tau in Gen.Choose(-500, 150).Select(log => Math.Pow(10, log / 100.0))
        select (s, a, b, tau)).ToArbitrary();

    [Fact]
    public void SeriesAndIntegral_AnyArguments_Agree() => Prop.ForAll(Arguments, p =>
    {
        double series = PurchasesIfAlive.Series(p.S, p.A, p.B, p.Tau);
        double integral = PurchasesIfAlive.Integral(p.S, p.A, p.B, p.Tau);
        return CloseTo.Difference(series, integral) < 1e-11;
    }).Check(Quick.Tests(500));

    [Fact]
    public void Expect_AnyArguments_LiesBelowOneWhoNeverDropsOut() => Prop.ForAll(Arguments, p =>
    {
        double expected = Expect(p.S, p.A, p.B, p.Tau);
        return expected > 0 && expected <= p.S * p.Tau * (1 + 1e-12) && Expect(p.S, p.A, p.B, 2 * p.Tau) >= expected * (1 - 1e-12);
    }).Check(Quick.Tests(500));

    [Fact]
    public void Expect_AwayFromTheSingularities_AgreesWithThePublishedFormula() => Prop.ForAll(Arguments, p =>
    {
        if (Math.Abs(p.A - 1) < 0.2 || p.B + p.A < 1.2 || p.Tau > 3 || p.Tau < 0.1 || p.S > 20 || p.B > 20)
        {
            return true;
        }

        double z = p.Tau / (1 + p.Tau);
        double term = 1;
        double hypergeometric = 0;
        for (int j = 0; j < 2_000; j++)
        {
            hypergeometric += term;
            term *= (p.S + j) * (p.B + j) / ((p.A + p.B - 1 + j) * (j + 1)) * z;
        }

        double published = (p.A + p.B - 1) / (p.A - 1) * (1 - (Math.Pow(1 - z, p.S) * hypergeometric));
        return CloseTo.Difference(published, Expect(p.S, p.A, p.B, p.Tau)) < 1e-8;
    }).Check(Quick.Tests(500));

    [Theory]
    [InlineData(0.2, 0.8, 2.4, 1e8)]
    [InlineData(1000, 0.8, 2.4, 10)]
    [InlineData(1e-6, 1e-6, 1e6, 1e6)]
    [InlineData(500, 500, 500, 1000)]
    public void Expect_ExtremeArguments_IsFinite(double s, double a, double b, double tau) =>
        Assert.InRange(Expect(s, a, b, tau), double.Epsilon, s * tau);

    [Fact]
    public void Expect_NoTime_IsZero() => Assert.Equal(0, Expect(1, 1, 1, 0));

    private static double Expect(double s, double a, double b, double tau) => PurchasesIfAlive.Expect(new LivingCustomer(s, 1, a, b, 1, 0), tau);
}
