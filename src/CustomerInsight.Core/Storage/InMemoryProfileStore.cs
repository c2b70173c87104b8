namespace CustomerInsight;

/// <summary>Keeps profiles in memory, for as long as the process lives.</summary>
/// <remarks>
/// Each commit puts a finished snapshot in the place of the last one, so readers never see half of it and never wait for a writer.
/// <para>Cost: finding O(log n); committing O(n log n) in the tenant's profiles.</para>
/// </remarks>
/// <threadsafety>Safe from many threads; a unit of work belongs to one caller.</threadsafety>
public sealed class InMemoryProfileStore : IProfileStore
{
    private readonly object _committing = new();
    private readonly Dictionary<string, ProfileSnapshot> _tenants = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public ValueTask<long> GetVersionAsync(string tenant, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return ValueTask.FromResult(Current(tenant).Version);
    }

    /// <inheritdoc/>
    /// <remarks>A version that is not the last one is found out on commit.</remarks>
    public ValueTask<IUnitOfWork> BeginAsync(string tenant, long expectedVersion, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(tenant);
        ArgumentOutOfRangeException.ThrowIfNegative(expectedVersion);
        cancellationToken.ThrowIfCancellationRequested();
        return ValueTask.FromResult<IUnitOfWork>(new InMemoryUnitOfWork(this, tenant, expectedVersion));
    }

    /// <inheritdoc/>
    /// <exception cref="ArgumentException"><paramref name="unitOfWork"/> is not of this store, or two profiles have the same id.</exception>
    /// <exception cref="InvalidOperationException">The unit of work was committed or disposed before.</exception>
    public ValueTask ReplaceAllAsync(IUnitOfWork unitOfWork, IEnumerable<Profile> profiles, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(unitOfWork);
        ArgumentNullException.ThrowIfNull(profiles);
        if (unitOfWork is not InMemoryUnitOfWork own || own.Store != this)
        {
            throw new ArgumentException($"The unit of work is not of this store. Begin it with {nameof(BeginAsync)} of the store that it writes to.", nameof(unitOfWork));
        }

        own.Replace(Sort(profiles, cancellationToken));
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public ValueTask<Profile?> FindAsync(string tenant, ProfileId id, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return ValueTask.FromResult(Current(tenant).Find(id));
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<Profile> ReadAllAsync(string tenant, CancellationToken cancellationToken) =>
        Current(tenant).Profiles.Select(profile =>
        {
            cancellationToken.ThrowIfCancellationRequested();
            return profile;
        }).ToAsyncEnumerable();

    /// <summary>Puts a unit's profiles in the place of the last ones.</summary>
    /// <param name="tenant">The tenant.</param>
    /// <param name="expectedVersion">The version the unit builds on.</param>
    /// <param name="profiles">The profiles by rising id, or null to keep those that are there.</param>
    /// <returns>The new version.</returns>
    internal long Commit(string tenant, long expectedVersion, Profile[]? profiles)
    {
        lock (_committing)
        {
            ProfileSnapshot last = _tenants.GetValueOrDefault(tenant, ProfileSnapshot.Empty);
            if (last.Version != expectedVersion)
            {
                throw new StoreConflictException(expectedVersion, last.Version);
            }

            _tenants[tenant] = new ProfileSnapshot(last.Version + 1, profiles ?? last.Profiles);
            return last.Version + 1;
        }
    }

    private static Profile[] Sort(IEnumerable<Profile> profiles, CancellationToken cancellationToken)
    {
        var sorted = new List<Profile>();
        foreach (Profile profile in profiles)
        {
            cancellationToken.ThrowIfCancellationRequested();
            sorted.Add(profile);
        }

        sorted.Sort(static (left, right) => left.Id.CompareTo(right.Id));
        for (int i = 1; i < sorted.Count; i++)
        {
            if (sorted[i].Id == sorted[i - 1].Id)
            {
                throw new ArgumentException($"Two profiles have the id {sorted[i].Id}. Give each an id of its own.", nameof(profiles));
            }
        }

        return [.. sorted];
    }

    private ProfileSnapshot Current(string tenant)
    {
        ArgumentNullException.ThrowIfNull(tenant);
        lock (_committing)
        {
            return _tenants.GetValueOrDefault(tenant, ProfileSnapshot.Empty);
        }
    }
}
