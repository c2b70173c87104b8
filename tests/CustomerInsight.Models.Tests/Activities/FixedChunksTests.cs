namespace CustomerInsight.Models.Tests;

public sealed class FixedChunksTests
{
    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 1)]
    [InlineData(10, 1)]
    [InlineData(11, 2)]
    [InlineData(100_000, 64)]
    public void Run_AnyThreads_CutsAlikeAndKeepsTheOrder(int items, int pieces)
    {
        foreach (int threads in new[] { 1, 2, 7 })
        {
            ParallelOptions parallel = FixedChunks.Parallel(threads, default);
            (int From, int To)[] kept = FixedChunks.Run(items, 10, parallel, (from, to) => (from, to));
            var taken = new List<(int From, int To)>();
            FixedChunks.Run(items, 10, parallel, (from, to) => (from, to), taken.Add);

            Assert.Equal(pieces, kept.Length);
            Assert.Equal(kept, taken);
            Assert.Equal(items, kept.Sum(piece => piece.To - piece.From));
            Assert.All(kept.Index().Skip(1), piece => Assert.Equal(kept[piece.Index - 1].To, piece.Item.From));
        }
    }

    [Fact]
    public void Run_Stopped_SaysSo()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();
        ParallelOptions parallel = FixedChunks.Parallel(2, source.Token);

        Assert.Throws<OperationCanceledException>(() => FixedChunks.Run(5, 10, parallel, (from, _) => from));
        Assert.Throws<OperationCanceledException>(() => FixedChunks.Run(500, 10, parallel, (from, _) => from));
        Assert.Throws<OperationCanceledException>(() => FixedChunks.Run(500, 10, parallel, (from, _) => from, _ => { }));
        CustomerHistory[] customers = Shop.DrawnHistories(10, 1);
        Assert.ThrowsAny<OperationCanceledException>(() => RetentionTable.From(customers, Shop.AsOf, cancellationToken: source.Token));
        Assert.ThrowsAny<OperationCanceledException>(() => LifecycleResult.From(customers, Shop.AsOf, cancellationToken: source.Token));
    }
}
