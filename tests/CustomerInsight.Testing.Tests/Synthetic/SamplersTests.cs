namespace CustomerInsight.Testing.Tests;

public class SamplersTests
{
    private const int Draws = 40_000;

    [Theory]
    [InlineData(0.25, 2)]
    [InlineData(1, 1)]
    [InlineData(6.25, 0.5)]
    public void Gamma_ManyDraws_HaveTheMomentsOfTheDistribution(double shape, double rate)
    {
        var random = new SeededRandom(7);
        double[] draws = [.. Enumerable.Range(0, Draws).Select(_ => Samplers.Gamma(random, shape, rate))];

        // Kurtosis 3 + 6/shape gives the variance's standard error.
        double variance = shape / (rate * rate);
        AssertMean(draws, shape / rate, variance);
        Assert.Equal(variance, Variance(draws), 5 * variance * Math.Sqrt((2 + (6 / shape)) / Draws));
    }

    [Theory]
    [InlineData(0.8, 2.4)]
    [InlineData(0.2, 0.3)]
    [InlineData(5, 1)]
    public void Beta_ManyDraws_HaveTheMomentsOfTheDistribution(double a, double b)
    {
        var random = new SeededRandom(11);
        double[] draws = [.. Enumerable.Range(0, Draws).Select(_ => Samplers.Beta(random, a, b))];

        double variance = a * b / ((a + b) * (a + b) * (a + b + 1));
        AssertMean(draws, a / (a + b), variance);
        Assert.Equal(variance, Variance(draws), variance * 0.05);
        Assert.All(draws, draw => Assert.InRange(draw, 0, 1));
    }

    [Fact]
    public void Beta_TinyShapes_GivesTheEndsInProportion()
    {
        var random = new SeededRandom(5);
        double[] draws = [.. Enumerable.Range(0, 4_000).Select(_ => Samplers.Beta(random, 1e-5, 3e-5))];

        Assert.All(draws, draw => Assert.InRange(draw, 0, 1));
        AssertMean(draws, 0.25, 0.25 * 0.75);
    }

    [Fact]
    public void Exponential_ManyDraws_HaveTheMomentsOfTheDistribution()
    {
        var random = new SeededRandom(13);
        double[] draws = [.. Enumerable.Range(0, Draws).Select(_ => Samplers.Exponential(random, 4))];

        AssertMean(draws, 0.25, 1 / 16.0);
        Assert.Equal(Math.Exp(-2), draws.Count(static draw => draw > 0.5) / (double)Draws, 0.01);
    }

    [Fact]
    public void Normal_ManyDraws_HaveTheMomentsOfTheDistribution()
    {
        var random = new SeededRandom(17);
        double[] draws = [.. Enumerable.Range(0, Draws).Select(_ => Samplers.Normal(random))];

        AssertMean(draws, 0, 1);
        Assert.Equal(1, Variance(draws), 5 * Math.Sqrt(2.0 / Draws));
        Assert.Equal(0.0455, draws.Count(static draw => Math.Abs(draw) > 2) / (double)Draws, 0.006);
    }

    [Fact]
    public void WeightedPick_ManyDraws_FollowTheWeights()
    {
        double[] weights = [5, 0, 1, 2.5, 0.5];
        var pick = new WeightedPick(weights);
        var random = new SeededRandom(19);
        int[] counts = new int[weights.Length];
        for (int i = 0; i < Draws; i++)
        {
            counts[pick.Next(random)]++;
        }

        Assert.Equal(0, counts[1]);
        for (int i = 0; i < weights.Length; i++)
        {
            double share = weights[i] / weights.Sum();
            Assert.Equal(share, counts[i] / (double)Draws, (5 * Math.Sqrt(share * (1 - share) / Draws)) + 1e-12);
        }
    }

    // Five standard errors: with a fixed seed this holds or it does not, and a wrong formula is far outside.
    private static void AssertMean(double[] draws, double mean, double variance) =>
        Assert.Equal(mean, draws.Average(), 5 * Math.Sqrt(variance / draws.Length));

    private static double Variance(double[] draws)
    {
        double mean = draws.Average();
        return draws.Sum(draw => (draw - mean) * (draw - mean)) / draws.Length;
    }
}
