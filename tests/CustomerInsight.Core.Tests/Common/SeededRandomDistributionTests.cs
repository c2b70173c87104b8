namespace CustomerInsight;

public sealed class SeededRandomDistributionTests
{
    private const int Draws = 40_000;

    [Theory]
    [InlineData(0.25, 2)]
    [InlineData(1, 1)]
    [InlineData(6.25, 0.5)]
    public void NextGamma_ManyDraws_HaveTheMomentsOfTheDistribution(double shape, double rate)
    {
        var random = new SeededRandom(7);
        double[] draws = [.. Enumerable.Range(0, Draws).Select(_ => random.NextGamma(shape, rate))];

        // Kurtosis 3 + 6/shape gives the variance's standard error.
        double variance = shape / (rate * rate);
        AssertMean(draws, shape / rate, variance);
        Assert.Equal(variance, Variance(draws), 5 * variance * Math.Sqrt((2 + (6 / shape)) / Draws));
    }

    [Theory]
    [InlineData(0.8, 2.4)]
    [InlineData(0.2, 0.3)]
    [InlineData(5, 1)]
    public void NextBeta_ManyDraws_HaveTheMomentsOfTheDistribution(double a, double b)
    {
        var random = new SeededRandom(11);
        double[] draws = [.. Enumerable.Range(0, Draws).Select(_ => random.NextBeta(a, b))];

        double variance = a * b / ((a + b) * (a + b) * (a + b + 1));
        AssertMean(draws, a / (a + b), variance);
        Assert.Equal(variance, Variance(draws), variance * 0.05);
        Assert.All(draws, draw => Assert.InRange(draw, 0, 1));
    }

    [Fact]
    public void NextBeta_TinyShapes_GivesTheEndsInProportion()
    {
        var random = new SeededRandom(5);
        double[] draws = [.. Enumerable.Range(0, 4_000).Select(_ => random.NextBeta(1e-5, 3e-5))];

        Assert.All(draws, draw => Assert.InRange(draw, 0, 1));
        AssertMean(draws, 0.25, 0.25 * 0.75);
    }

    [Fact]
    public void NextExponential_ManyDraws_HaveTheMomentsOfTheDistribution()
    {
        var random = new SeededRandom(13);
        double[] draws = [.. Enumerable.Range(0, Draws).Select(_ => random.NextExponential(4))];

        AssertMean(draws, 0.25, 1 / 16.0);
        Assert.Equal(Math.Exp(-2), draws.Count(static draw => draw > 0.5) / (double)Draws, 0.01);
    }

    [Fact]
    public void NextNormal_ManyDraws_HaveTheMomentsOfTheDistribution()
    {
        var random = new SeededRandom(17);
        double[] draws = [.. Enumerable.Range(0, Draws).Select(_ => random.NextNormal())];

        AssertMean(draws, 0, 1);
        Assert.Equal(1, Variance(draws), 5 * Math.Sqrt(2.0 / Draws));
        Assert.Equal(0.0455, draws.Count(static draw => Math.Abs(draw) > 2) / (double)Draws, 0.006);
    }

    [Fact]
    public void NextBeta_TwoTinyShapes_KeepsTheOddsBetweenThem()
    {
        var random = new SeededRandom(23);
        double[] draws = [.. Enumerable.Range(0, Draws).Select(_ => random.NextBeta(0.002, 0.006))];

        // F(x) = a·b / (a + b) · (1/a) · x^a for small x, up to the order of the shapes.
        double share = 0.75 * Math.Pow(1e-200, 0.002);
        Assert.Equal(share, draws.Count(static draw => draw < 1e-200) / (double)Draws, 0.01);
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(-1, 1)]
    [InlineData(double.NaN, 1)]
    [InlineData(1, double.PositiveInfinity)]
    public void Draws_ParametersOutOfRange_AreRefused(double first, double second)
    {
        var random = new SeededRandom(1);

        Assert.Throws<ArgumentOutOfRangeException>(() => random.NextGamma(first, second));
        Assert.Throws<ArgumentOutOfRangeException>(() => random.NextBeta(second, first));
        Assert.Throws<ArgumentOutOfRangeException>(() => random.NextExponential(-1));
    }

    [Fact]
    public void NextExponential_NoRate_NeverHappens() => Assert.Equal(double.PositiveInfinity, new SeededRandom(1).NextExponential(0));

    // Five standard errors: with a fixed seed this holds or it does not, and a wrong formula is far outside.
    private static void AssertMean(double[] draws, double mean, double variance) =>
        Assert.Equal(mean, draws.Average(), 5 * Math.Sqrt(variance / draws.Length));

    private static double Variance(double[] draws)
    {
        double mean = draws.Average();
        return draws.Sum(draw => (draw - mean) * (draw - mean)) / draws.Length;
    }
}
