namespace CustomerInsight.Models.Tests;

public sealed class HashOrderTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(1_000)]
    [InlineData(70_001)]
    public void Of_AnyHashes_IsTheirOrder(int rows)
    {
        var random = new SeededRandom((ulong)rows);
        ulong[] hashes = [.. Enumerable.Range(0, rows).Select(row => row % 3 == 0 ? random.NextBits() >> 40 : random.NextBits())];
        ulong[] expected = [.. hashes.Order()];

        int[] order = HashOrder.Of([.. hashes], FixedChunks.Parallel(0, default));

        Assert.Equal(expected, order.Select(row => hashes[row]));
        Assert.Equal(Enumerable.Range(0, rows), order.Order());
    }

    [Fact]
    public void PairHash_OtherNumbersOrOrder_IsAnother()
    {
        var three = new PairHash(3);
        double[][] rows = [[0, 0, 0], [1, 0, 0], [0, 1, 0], [0, 0, 1], [1, 1, 0], [2, 1, 0], [1, 2, 0], [1, 0, 2], [double.Epsilon, 0, 0]];

        Assert.Equal(rows.Length, rows.Select(row => three.Of(row, 0)).Distinct().Count());
        Assert.NotEqual(three.Of(rows[0], 0), three.Of(rows[0], 1));
        Assert.Equal(three.Of([0, 1, 0], 0), three.Of([-0.0, 1, -0.0], 0));
    }

    /// <summary>Features of 0 and 1, of which most bits are the same, do not meet in one hash.</summary>
    [Fact]
    public void PairHash_ManyMarks_DoesNotMeet()
    {
        const int Width = 17;
        var hash = new PairHash(Width);

        Assert.Equal(1 << Width, Enumerable.Range(0, 1 << Width).Select(row => hash.Of([.. Enumerable.Range(0, Width).Select(bit => (double)((row >> bit) & 1))], 1)).Distinct().Count());
    }
}
