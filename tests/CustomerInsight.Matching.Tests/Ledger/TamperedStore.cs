namespace CustomerInsight.Matching.Tests;

/// <summary>Gives the blocks of a list, right or wrong.</summary>
internal sealed class TamperedStore(IReadOnlyList<IdentityBlock> blocks, long? version = null) : IIdentityStore
{
    public ValueTask<long> GetVersionAsync(string tenant, CancellationToken cancellationToken) => new(version ?? blocks.Count);

    public IAsyncEnumerable<IdentityBlock> ReadAsync(string tenant, long fromBlock, CancellationToken cancellationToken) => blocks.Skip((int)fromBlock).ToAsyncEnumerable();

    public ValueTask AppendAsync(string tenant, long expectedVersion, IdentityBlock block, CancellationToken cancellationToken) => throw new NotSupportedException();

    public ValueTask EraseAsync(string tenant, IReadOnlyList<EntryPosition> entries, CancellationToken cancellationToken) => throw new NotSupportedException();
}
