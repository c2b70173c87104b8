using System.Collections.Concurrent;

namespace CustomerInsight;

/// <summary>Keeps identity ledgers in memory, for as long as the process lives.</summary>
/// <remarks>
/// Blocks stand one behind the other in pages of bytes. Readers get slices of these, without copying, and never wait for a writer: what was published is
/// never changed, an erasure puts new pages in the place of those that held what is erased. Every call completes at once.
/// <para>Cost: about 18 bytes an entry and 41 a block over the payloads; appending O(the block's bytes); reading on from a block O(log n) to find it;
/// an erasure O(pages + the bytes of the pages that it changes). Whoever still holds a block that was read before an erasure holds what was erased.</para>
/// </remarks>
/// <threadsafety>Safe from many threads.</threadsafety>
public sealed class InMemoryIdentityStore : IIdentityStore
{
    private readonly ConcurrentDictionary<string, BlockPages> _tenants = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public ValueTask<long> GetVersionAsync(string tenant, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return ValueTask.FromResult(Current(tenant).Blocks);
    }

    /// <inheritdoc/>
    public ValueTask AppendAsync(string tenant, long expectedVersion, IdentityBlock block, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(tenant);
        ArgumentNullException.ThrowIfNull(block);
        if (block.Number != expectedVersion)
        {
            throw new ArgumentException($"The block has the number {block.Number}, but is to be appended at {expectedVersion}. Number blocks by the version they build on.", nameof(block));
        }

        cancellationToken.ThrowIfCancellationRequested();
        _tenants.GetOrAdd(tenant, static _ => new BlockPages()).Append(block);
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<IdentityBlock> ReadAsync(string tenant, long fromBlock, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(fromBlock);
        return Current(tenant).Read(fromBlock).Select(block =>
        {
            cancellationToken.ThrowIfCancellationRequested();
            return block;
        }).ToAsyncEnumerable();
    }

    /// <inheritdoc/>
    public ValueTask EraseAsync(string tenant, IReadOnlyList<EntryPosition> entries, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(tenant);
        ArgumentNullException.ThrowIfNull(entries);
        cancellationToken.ThrowIfCancellationRequested();
        if (_tenants.TryGetValue(tenant, out BlockPages? pages))
        {
            pages.Erase([.. entries.Distinct().Order()]);
        }
        else if (entries.Count > 0)
        {
            throw BlockPages.Unknown(entries[0]);
        }

        return ValueTask.CompletedTask;
    }

    private BlockSnapshot Current(string tenant)
    {
        ArgumentNullException.ThrowIfNull(tenant);
        return _tenants.TryGetValue(tenant, out BlockPages? pages) ? pages.Current : BlockSnapshot.Empty;
    }
}
