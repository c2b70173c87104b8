namespace CustomerInsight.Testing;

/// <summary>The laws that every <see cref="IIdentityStore"/> has to keep.</summary>
/// <threadsafety>Safe from many threads, where the store is and the tenants are others.</threadsafety>
public static class IdentityStoreLaws
{
    /// <summary>Writes made-up blocks to two tenants of a store, reads them in many ways, erases some of their entries, and lets writers compete.</summary>
    /// <param name="store">The plug-in. What the kit writes stays in it: take one for tests.</param>
    /// <param name="reopen">Opens the same data once more, as after a restart; null for a store that lives no longer than its process.</param>
    /// <param name="tenant">A tenant of which nothing was written yet.</param>
    /// <param name="otherTenant">Another such tenant.</param>
    /// <param name="seed">Decides what is written and erased.</param>
    /// <param name="blocks">How many blocks are written before the erasures. At least 1.</param>
    /// <param name="cancellationToken">Stops the check.</param>
    /// <returns>A task that ends when every law holds.</returns>
    /// <exception cref="LawViolationException">
    /// <c>L7</c>: what was erased can still be read, or something else is gone. <see cref="LawViolationException.Contract"/>: a version is not the number of
    /// blocks, blocks read are not those written, an append on another version does not conflict, tenants see each other, a refused or cancelled call has
    /// an effect, of several writers on one version not exactly one succeeds, or a call throws what it should not.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="blocks"/> is less than 1.</exception>
    /// <exception cref="ArgumentException">The two tenants are the same.</exception>
    /// <remarks>Holds what it writes in memory: about 10 KB a block. Among it are blocks without entries and with 1,024, and payloads of no byte and of 100,000.</remarks>
    public static async Task CheckAsync(
        IIdentityStore store,
        Func<IIdentityStore>? reopen = null,
        string tenant = "law-kit",
        string otherTenant = "law-kit-2",
        ulong seed = 1,
        int blocks = 24,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(tenant);
        ArgumentNullException.ThrowIfNull(otherTenant);
        ArgumentOutOfRangeException.ThrowIfLessThan(blocks, 1);
        if (tenant == otherTenant)
        {
            throw new ArgumentException("Both tenants are the same. Give two, to see that they do not see each other.", nameof(otherTenant));
        }

        var first = new IdentityStoreCheck(store, tenant, seed, cancellationToken);
        var second = new IdentityStoreCheck(store, otherTenant, seed + 1, cancellationToken);
        await first.IsAsWrittenAsync("before anything was written").ConfigureAwait(false);
        await first.AppendAllAsync(blocks).ConfigureAwait(false);
        await second.IsAsWrittenAsync("after blocks were appended to another tenant only").ConfigureAwait(false);
        await second.AppendAllAsync(2).ConfigureAwait(false);
        await first.AppendsAreRefusedAsync().ConfigureAwait(false);
        await first.ErasuresAsync().ConfigureAwait(false);
        await second.IsAsWrittenAsync("after entries of another tenant were erased").ConfigureAwait(false);
        await first.AppendAllAsync(2).ConfigureAwait(false);
        await first.WritersCompeteAsync().ConfigureAwait(false);
        await first.ReadersGoOnAsync().ConfigureAwait(false);
        if (reopen is not null)
        {
            IIdentityStore again = reopen();
            await first.In(again).IsAsWrittenAsync("after the store was opened once more").ConfigureAwait(false);
            await second.In(again).IsAsWrittenAsync("after the store was opened once more").ConfigureAwait(false);
        }
    }
}
