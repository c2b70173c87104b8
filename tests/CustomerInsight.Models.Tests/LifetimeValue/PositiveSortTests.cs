namespace CustomerInsight.Models.Tests;

public sealed class PositiveSortTests
{
    private static readonly double[] Some = [0, double.Epsilon, 1e-300, 1, Math.BitIncrement(1), 1.5, 4e17, double.MaxValue, double.PositiveInfinity];

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 1)]
    [InlineData(1_023, 300)]
    [InlineData(1_024, 300)]
    [InlineData(5_000, 1)]
    [InlineData(5_000, 300)]
    public void Sort_AnyNumbers_GivesTheirOrder(int count, int decades)
    {
        var random = new SeededRandom(8);
        double[] values = [.. Enumerable.Range(0, count).Select(i => i % 7 == 3 ? Some[random.Next(Some.Length)] : Math.Pow(10, decades * (random.NextDouble() - 0.5)))];
        double[] expected = [.. values.Order()];

        PositiveSort.Sort(values);

        Assert.Equal(expected, values);
    }

    [Fact]
    public void Sort_NumbersThatShareTheirHighBits_GivesTheirOrder()
    {
        double[] values = [.. Enumerable.Range(0, 4_000).Select(static i => 1 + ((i * 1_237 % 4_000) * Math.Pow(2, -50)))];
        double[] expected = [.. values.Order()];

        PositiveSort.Sort(values);

        Assert.Equal(expected, values);
    }

    [Fact]
    public void Sort_EqualNumbers_StayAsTheyAre()
    {
        double[] values = [.. Enumerable.Repeat(3.25, 2_000)];

        PositiveSort.Sort(values);

        Assert.Equal(Enumerable.Repeat(3.25, 2_000), values);
    }
}
