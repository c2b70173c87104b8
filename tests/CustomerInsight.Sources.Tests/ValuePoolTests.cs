using System.Text;

namespace CustomerInsight.Sources.Tests;

public class ValuePoolTests
{
    private const int Lookups = 200_000;

    private static readonly Arbitrary<string[]> AnyTexts =
        Gen.Choose(1, 32).SelectMany(static length => Gen.Elements("ab\0é张".ToCharArray()).ArrayOf(length)).Select(static units => new string(units)).ArrayOf().ToArbitrary();

    [Theory]
    [InlineData(10)]
    [InlineData(5_000)]
    [InlineData(40_000)]
    [InlineData(Lookups)]
    public void Get_AnyValue_GivesAnEqualText(int distinct)
    {
        var pool = new ValuePool();
        Assert.All(Drawn(distinct), value => Assert.Equal(value, pool.Get(value).First));
    }

    [Theory]
    [InlineData(10)]
    [InlineData(5_000)]
    [InlineData(40_000)]
    public void Get_ValuesThatRepeat_GivesNearlyAlwaysTheStringOfBefore(int distinct)
    {
        var pool = new ValuePool();
        var strings = new HashSet<string>(Drawn(distinct).Select(value => pool.Get(value).First!), ReferenceEqualityComparer.Instance);

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

        Assert.NotSame(pool.Get("the same").First, pool.Get("the same").First);
    }

    [Fact]
    public void Get_AnyText_IsThatTextWhetherByItsCharactersOrItsBytes() => Prop.ForAll(AnyTexts, static texts =>
    {
        // One pool for all, so that what is nearly the same is told apart: by length, by a NUL at the end, by the last byte.
        var pool = new ValuePool();
        return texts.Where(static text => !string.IsNullOrWhiteSpace(text)).All(text =>
            pool.Get(text).First == text && pool.Get(Encoding.UTF8.GetBytes(text)).First == text && ReferenceEquals(pool.Get(text).First, pool.Get(Encoding.UTF8.GetBytes(text)).First));
    }).Check(Quick.Tests(500));

    [Fact]
    public void Get_BrokenSurrogate_StaysAsItIs() => Assert.Equal("a\uD800", new ValuePool().Get("a\uD800").First);

    private static IEnumerable<string> Drawn(int distinct)
    {
        var random = new SeededRandom((ulong)distinct);
        return Enumerable.Range(0, Lookups).Select(_ => $"value {random.Next(distinct)}");
    }
}
