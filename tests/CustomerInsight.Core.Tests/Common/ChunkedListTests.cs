namespace CustomerInsight.Core.Tests;

public sealed class ChunkedListTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(4_096)]
    [InlineData(4_097)]
    [InlineData(40_000)]
    public void Add_AnyCount_KeepsTheOrder(int count)
    {
        var list = new ChunkedList<int>();
        for (int i = 0; i < count; i++)
        {
            list.Add(i);
        }

        Assert.Equal(count, list.Count);
        Assert.Equal(Enumerable.Range(0, count), list.ToArray());
        Assert.All(Enumerable.Range(0, count), i => Assert.Equal(i, list[i]));
    }

    [Fact]
    public void Indexer_Write_Replaces()
    {
        var list = new ChunkedList<int>();
        list.Add(1);
        list[0] = 7;

        Assert.Equal([7], list.ToArray());
    }
}
