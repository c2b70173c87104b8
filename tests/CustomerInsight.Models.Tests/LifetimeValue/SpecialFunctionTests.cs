namespace CustomerInsight.Models.Tests;

/// <summary>Against values computed with 40 digits (mpmath).</summary>
public sealed class SpecialFunctionTests
{
    [Theory]
    [InlineData(0.001, 0.5, -6.33677498788482189, 998.616988309793867)]
    [InlineData(1e6, 0.001, 0.013815510058464191, 1.00000049950016617e-9)]
    [InlineData(1e9, 12.5, 259.040823033705139, 1.24999999281250006e-8)]
    [InlineData(3.74, 6.25, 11.3043097272026173, 1.07122101936830868)]
    [InlineData(25, 1e5, 1051520.75038063807, 8.31442792211482018)]
    public void GammaRatio_IsAccurate(double c, double a, double log, double digamma)
    {
        CloseTo.Relative(log, GammaRatio.Log(c, a), 1e-14);
        CloseTo.Relative(digamma, GammaRatio.Digamma(c, a), 1e-13);
    }

    [Theory]
    [InlineData(6.25, 9.99, 0.7, 0.60148047572968225)]
    [InlineData(0.05, 400, 2e-9, 0.50908561800062838)]
    [InlineData(3000, 2.5, 1200, 0.415981844500544954)]
    [InlineData(6.25, 3.74, 1.671, 0.477831493743745981)]
    public void BetaPrime_IsAccurate(double a, double b, double value, double probability)
    {
        CloseTo.Relative(probability, BetaPrime.Lower(a, b, Math.Log(value)), 1e-12);
        CloseTo.Relative(value, BetaPrime.Quantile(a, b, probability), 1e-11);
    }
}
