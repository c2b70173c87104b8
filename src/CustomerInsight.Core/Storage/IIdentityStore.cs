namespace CustomerInsight;

/// <summary>Keeps the identity ledger of each tenant: blocks of entries that are only ever appended. A port: a host may keep them in its own database.</summary>
/// <remarks>
/// What the entries say is the library's matter; a store keeps bytes. It is enough to keep for each block its number, time and hash, and for each entry
/// its content (and its commitment once it is erased). The law kit of CustomerInsight.Testing (<c>IdentityStoreLaws</c>) checks a host's own store.
/// <para>Implementations are safe from many threads.</para>
/// </remarks>
public interface IIdentityStore
{
    /// <summary>Gets the version of a tenant's ledger: how many blocks it has.</summary>
    /// <param name="tenant">The tenant; empty for a host without tenants.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>The version; 0 for a tenant of which nothing was written.</returns>
    ValueTask<long> GetVersionAsync(string tenant, CancellationToken cancellationToken);

    /// <summary>Appends a block.</summary>
    /// <param name="tenant">The tenant; empty for a host without tenants.</param>
    /// <param name="expectedVersion">The version that the block builds on, which is also the block's number.</param>
    /// <param name="block">The block. Its bytes are copied before the task ends.</param>
    /// <param name="cancellationToken">Stops before anything has taken effect, never half-way.</param>
    /// <returns>When all of the block is kept.</returns>
    /// <exception cref="StoreConflictException">The ledger is not at <paramref name="expectedVersion"/>; nothing was written.</exception>
    /// <exception cref="ArgumentException">The block's number is not <paramref name="expectedVersion"/>.</exception>
    ValueTask AppendAsync(string tenant, long expectedVersion, IdentityBlock block, CancellationToken cancellationToken);

    /// <summary>Reads blocks by rising number.</summary>
    /// <param name="tenant">The tenant; empty for a host without tenants.</param>
    /// <param name="fromBlock">The number of the first block to read. At least 0; there may be none from there on.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>At least the blocks that were there when reading began, each whole.</returns>
    IAsyncEnumerable<IdentityBlock> ReadAsync(string tenant, long fromBlock, CancellationToken cancellationToken);

    /// <summary>Erases entries: their salts and payloads are gone for good, their commitments and the hashes of their blocks stay.</summary>
    /// <param name="tenant">The tenant; empty for a host without tenants.</param>
    /// <param name="entries">Where the entries stand, in any order; those erased before stay so.</param>
    /// <param name="cancellationToken">Stops before anything has taken effect, never half-way.</param>
    /// <returns>When nothing read from now on holds what was erased. The version stays.</returns>
    /// <exception cref="ArgumentException">The ledger has no entry at one of the positions; nothing was erased.</exception>
    ValueTask EraseAsync(string tenant, IReadOnlyList<EntryPosition> entries, CancellationToken cancellationToken);
}
