namespace CustomerInsight.Matching.Tests;

/// <summary>A store in memory that fails when it is told to.</summary>
internal sealed class FaultyStore : IIdentityStore
{
    private readonly InMemoryIdentityStore _store = new();

    public enum Kind
    {
        None,
        ThrowsBefore,
        ThrowsAfter,
        CancelsBefore,
        CancelsAfter,
        Erasing,
    }

    public Kind Fault { get; set; }

    /// <summary>Where set, appending waits for it.</summary>
    public Task? Wait { get; set; }

    public ValueTask<long> GetVersionAsync(string tenant, CancellationToken cancellationToken) => _store.GetVersionAsync(tenant, cancellationToken);

    public async ValueTask AppendAsync(string tenant, long expectedVersion, IdentityBlock block, CancellationToken cancellationToken)
    {
        if (Wait is { } wait)
        {
            await wait;
        }

        switch (Fault)
        {
            case Kind.ThrowsBefore:
                throw new IOException("The disk is full.");
            case Kind.CancelsBefore:
                throw new OperationCanceledException();
            case Kind.ThrowsAfter:
                await _store.AppendAsync(tenant, expectedVersion, block, cancellationToken);
                throw new IOException("The line was cut.");
            case Kind.CancelsAfter:
                await _store.AppendAsync(tenant, expectedVersion, block, cancellationToken);
                throw new OperationCanceledException();
            default:
                await _store.AppendAsync(tenant, expectedVersion, block, cancellationToken);
                break;
        }
    }

    public IAsyncEnumerable<IdentityBlock> ReadAsync(string tenant, long fromBlock, CancellationToken cancellationToken) => _store.ReadAsync(tenant, fromBlock, cancellationToken);

    public ValueTask EraseAsync(string tenant, IReadOnlyList<EntryPosition> entries, CancellationToken cancellationToken) =>
        Fault == Kind.Erasing ? throw new IOException("The disk is full.") : _store.EraseAsync(tenant, entries, cancellationToken);
}
