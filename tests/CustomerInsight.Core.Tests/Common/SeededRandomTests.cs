namespace CustomerInsight;

public sealed class SeededRandomTests
{
    // The first numbers of the authors' own program splitmix64.c for this seed.
    [Fact]
    public void NextBits_SeedOfTheReference_GivesItsNumbers()
    {
        var random = new SeededRandom(1234567);

        Assert.Equal(
            [6457827717110365317, 3203168211198807973, 9817491932198370423, 4593380528125082431, 16408922859458223821],
            Enumerable.Range(0, 5).Select(_ => random.NextBits()));
    }

    // From a second implementation, in Python, of the papers' formulas.
    [Fact]
    public void Next_Seed_GivesTheSameNumbersForEver()
    {
        var random = new SeededRandom(42);
        var large = new SeededRandom(42);

        Assert.Equal([7, 1, 2, 3, 0, 8, 2, 8, 3, 6, 2, 4], Enumerable.Range(0, 12).Select(_ => random.Next(10)));
        Assert.Equal([741564, 159910, 278601, 344190], Enumerable.Range(0, 4).Select(_ => large.Next(1_000_000)));
    }

    [Fact]
    public void NextDouble_Seed_GivesTheSameNumbersForEver()
    {
        var random = new SeededRandom(7);

        Assert.Equal([0.3898297483912715, 0.01678829452815611, 0.9007606806068834], [random.NextDouble(), random.NextDouble(), random.NextDouble()]);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(7)]
    [InlineData(100)]
    public void Next_ManyDraws_AreUniform(int bound)
    {
        const int Draws = 100_000;
        var random = new SeededRandom(2024);
        int[] counts = new int[bound];
        for (int i = 0; i < Draws; i++)
        {
            counts[random.Next(bound)]++;
        }

        double expected = (double)Draws / bound;
        double chiSquare = counts.Sum(count => (count - expected) * (count - expected) / expected);

        // Five standard deviations of a chi-square distribution above its mean.
        Assert.True(chiSquare < bound - 1 + (5 * Math.Sqrt(2.0 * (bound - 1))), $"Chi-square {chiSquare} for {bound} classes.");
    }

    [Fact]
    public void NextDouble_ManyDraws_HaveMeanAndVarianceOfTheUniformDistribution()
    {
        var random = new SeededRandom(99);
        double[] draws = [.. Enumerable.Range(0, 100_000).Select(_ => random.NextDouble())];
        double mean = draws.Average();

        Assert.All(draws, static draw => Assert.InRange(draw, 0, Math.BitDecrement(1.0)));
        Assert.Equal(0.5, mean, 0.005);
        Assert.Equal(1.0 / 12, draws.Average(draw => (draw - mean) * (draw - mean)), 0.002);
    }

    [Fact]
    public void Next_AnyBound_StaysBelowIt() => Prop.ForAll<int, int>(static (seed, bound) =>
    {
        int positive = (bound & int.MaxValue) | 1;
        int drawn = new SeededRandom((ulong)seed).Next(positive);
        return drawn >= 0 && drawn < positive;
    }).Check(Quick.Tests(500));

    [Fact]
    public void Next_LargestBound_IsReached()
    {
        var random = new SeededRandom(5);
        int[] draws = [.. Enumerable.Range(0, 1_000).Select(_ => random.Next(int.MaxValue))];

        Assert.All(draws, static draw => Assert.InRange(draw, 0, int.MaxValue - 1));
        Assert.Contains(draws, static draw => draw > int.MaxValue / 10 * 9);
    }

    [Fact]
    public void Split_Generator_GoesItsOwnWay()
    {
        var parent = new SeededRandom(1);
        SeededRandom child = parent.Split();
        ulong[] ofChild = [child.NextBits(), child.NextBits(), child.NextBits()];
        ulong[] ofParent = [parent.NextBits(), parent.NextBits(), parent.NextBits()];

        Assert.Empty(ofChild.Intersect(ofParent));
        var again = new SeededRandom(1);
        Assert.Equal(ofChild[0], again.Split().NextBits());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void Next_NoRoom_Throws(int bound) => Assert.Throws<ArgumentOutOfRangeException>(() => new SeededRandom(1).Next(bound));
}
