namespace CustomerInsight;

/// <summary>Writes that take effect together or not at all.</summary>
/// <remarks>Disposing without <see cref="CommitAsync"/> leaves the store as it was.</remarks>
/// <threadsafety>Not safe: one caller at a time.</threadsafety>
public interface IUnitOfWork : IAsyncDisposable
{
    /// <summary>Gets the tenant whose data is written.</summary>
    string Tenant { get; }

    /// <summary>Gets the store's version that the writes build on.</summary>
    long ExpectedVersion { get; }

    /// <summary>Makes the writes take effect.</summary>
    /// <param name="cancellationToken">Stops before anything has taken effect, never half-way.</param>
    /// <returns>The store's new version.</returns>
    /// <exception cref="StoreConflictException">Someone else committed since <see cref="ExpectedVersion"/>; nothing was written.</exception>
    /// <exception cref="InvalidOperationException">It was committed or disposed before.</exception>
    ValueTask<long> CommitAsync(CancellationToken cancellationToken);
}
