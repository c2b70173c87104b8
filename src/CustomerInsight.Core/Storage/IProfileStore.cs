namespace CustomerInsight;

/// <summary>Keeps the profiles of each tenant. A port: a host may keep them in its own database.</summary>
/// <remarks>Implementations are safe from many threads; a unit of work belongs to one caller.</remarks>
public interface IProfileStore
{
    /// <summary>Gets the version of a tenant's data: 0 before the first commit, higher after each.</summary>
    /// <param name="tenant">The tenant; empty for a host without tenants.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>The version.</returns>
    ValueTask<long> GetVersionAsync(string tenant, CancellationToken cancellationToken);

    /// <summary>Starts a unit of work.</summary>
    /// <param name="tenant">The tenant; empty for a host without tenants.</param>
    /// <param name="expectedVersion">The version that the writes build on.</param>
    /// <param name="cancellationToken">Stops the start.</param>
    /// <returns>The unit of work, to be disposed by the caller.</returns>
    ValueTask<IUnitOfWork> BeginAsync(string tenant, long expectedVersion, CancellationToken cancellationToken);

    /// <summary>Replaces all profiles of the unit's tenant once it commits.</summary>
    /// <param name="unitOfWork">A unit of work that this store began.</param>
    /// <param name="profiles">The profiles.</param>
    /// <param name="cancellationToken">Stops the writing; the unit of work can then only be disposed.</param>
    /// <returns>When all are taken in.</returns>
    /// <exception cref="ArgumentException"><paramref name="unitOfWork"/> is not of this store.</exception>
    ValueTask ReplaceAllAsync(IUnitOfWork unitOfWork, IEnumerable<Profile> profiles, CancellationToken cancellationToken);

    /// <summary>Finds a profile.</summary>
    /// <param name="tenant">The tenant; empty for a host without tenants.</param>
    /// <param name="id">The profile's id.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>The profile, or null where there is none.</returns>
    ValueTask<Profile?> FindAsync(string tenant, ProfileId id, CancellationToken cancellationToken);

    /// <summary>Reads all profiles of a tenant by rising id, as they were when reading began.</summary>
    /// <param name="tenant">The tenant; empty for a host without tenants.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>The profiles.</returns>
    IAsyncEnumerable<Profile> ReadAllAsync(string tenant, CancellationToken cancellationToken);
}
