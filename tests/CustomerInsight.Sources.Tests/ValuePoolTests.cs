namespace CustomerInsight.Sources.Tests;

public class ValuePoolTests
{
    private const int Lookups = 200_000;

    [Theory]
    [InlineData(10)]
    [InlineData(5_000)]
    [InlineData(40_000)]
    [InlineData(Lookups)]
    public void Get_AnyValue_GivesAnEqualText(int distinct)
    {
        var pool = new ValuePool();
        Assert.All(Drawn(distinct), value => Assert.Equal(value, pool.Get(value)));
    }

    [Theory]
    [InlineData(10)]
    [InlineData(5_000)]
    [InlineData(40_000)]
    public void Get_ValuesThatRepeat_GivesNearlyAlwaysTheStringOfBefore(int distinct)
    {
        var pool = new ValuePool();
        var strings = new HashSet<string>(Drawn(distinct).Select(value => pool.Get(value)), ReferenceEqualityComparer.Instance);

        Assert.InRange(strings.Count, distinct * 9 / 10, distinct * 3 / 2);
    }

    [Fact]
    public void Get_ValuesThatDoNotRepeat_AreNotKept()
    {
        var pool = new ValuePool();
        foreach (int i in Enumerable.Range(0, Lookups))
        {
            pool.Get($"value {i}");
        }

        Assert.NotSame(pool.Get("the same"), pool.Get("the same"));
    }

    private static IEnumerable<string> Drawn(int distinct)
    {
        var random = new SeededRandom((ulong)distinct);
        return Enumerable.Range(0, Lookups).Select(_ => $"value {random.Next(distinct)}");
    }
}
