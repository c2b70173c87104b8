namespace CustomerInsight;

/// <summary>Writes to an <see cref="InMemoryProfileStore"/> that wait for their commit.</summary>
/// <param name="store">The store.</param>
/// <param name="tenant">The tenant.</param>
/// <param name="expectedVersion">The version that the writes build on.</param>
internal sealed class InMemoryUnitOfWork(InMemoryProfileStore store, string tenant, long expectedVersion) : IUnitOfWork
{
    private Profile[]? _profiles;
    private bool _ended;

    public InMemoryProfileStore Store => store;

    public string Tenant => tenant;

    public long ExpectedVersion => expectedVersion;

    public void Replace(Profile[] profiles)
    {
        ThrowIfEnded();
        _profiles = profiles;
    }

    public ValueTask<long> CommitAsync(CancellationToken cancellationToken)
    {
        ThrowIfEnded();
        cancellationToken.ThrowIfCancellationRequested();
        _ended = true;
        return ValueTask.FromResult(store.Commit(tenant, expectedVersion, _profiles));
    }

    public ValueTask DisposeAsync()
    {
        _ended = true;
        _profiles = null;
        return ValueTask.CompletedTask;
    }

    private void ThrowIfEnded()
    {
        if (_ended)
        {
            throw new InvalidOperationException("The unit of work was committed or disposed before. Begin another one.");
        }
    }
}
