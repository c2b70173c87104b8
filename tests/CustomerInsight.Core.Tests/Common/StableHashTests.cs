namespace CustomerInsight;

public sealed class StableHashTests
{
    // From a second implementation, in Python, of the formulas that the class names.
    [Theory]
    [InlineData("", 0xf52a15e9a9b5e89b)]
    [InlineData("a", 0x02c0bdbf481420f8)]
    [InlineData("ab", 0x9ffe50a657e4a147)]
    [InlineData("ba", 0x9d8678b81c1f9e8a)]
    [InlineData("张三", 0x65d1df212f667942)]
    [InlineData("customer", 0x22173b722fca568e)]
    public void Of_Text_GivesTheSameNumberForEver(string text, ulong expected) => Assert.Equal(expected, StableHash.Of(text));

    [Fact]
    public void Combine_Hashes_GivesTheSameNumberForEver() => Assert.Equal(0x5dac7ba24175e68eUL, StableHash.Combine(StableHash.Of("a"), StableHash.Of("b")));

    [Fact]
    public void Combine_OtherOrder_GivesAnotherNumber() =>
        Assert.NotEqual(StableHash.Combine(StableHash.Of("a"), StableHash.Of("b")), StableHash.Combine(StableHash.Of("b"), StableHash.Of("a")));

    [Fact]
    public void Of_ManyTexts_SpreadsOverAllBits()
    {
        const int Texts = 10_000;
        int[] ones = new int[64];
        for (int i = 0; i < Texts; i++)
        {
            ulong hash = StableHash.Of($"customer {i}");
            for (int bit = 0; bit < 64; bit++)
            {
                ones[bit] += (int)((hash >> bit) & 1);
            }
        }

        Assert.All(ones, static count => Assert.InRange(count, 4_700, 5_300));
    }

    [Fact]
    public void Of_ManyTexts_DoesNotCollide() =>
        Assert.Equal(50_000, Enumerable.Range(0, 50_000).Select(static number => StableHash.Of($"{number}")).Distinct().Count());

    [Fact]
    public void Of_Text_DoesNotAllocate()
    {
        _ = StableHash.Of("warm up");
        long before = GC.GetAllocatedBytesForCurrentThread();
        ulong sum = 0;
        for (int i = 0; i < 1_000; i++)
        {
            sum += StableHash.Of("katherine johnson");
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.NotEqual(0UL, sum);
    }
}
