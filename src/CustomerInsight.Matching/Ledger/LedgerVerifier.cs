namespace CustomerInsight.Matching;

/// <summary>Finds out whether an identity ledger is as it was written.</summary>
/// <remarks>
/// Blocks are chained by hashes over their entries (<see cref="IdentityBlock"/>): whoever changes, adds, moves or takes out anything but the last blocks
/// would have to write all that follows anew. A head kept elsewhere finds that too, and a cut-off end. Erased entries keep the chain whole.
/// </remarks>
/// <threadsafety>Safe from many threads.</threadsafety>
public static class LedgerVerifier
{
    private const string Stage = "verify ledger";
    private const int BlocksBetweenReports = 4_096;

    /// <summary>Reads a tenant's ledger from its beginning and checks every number, hash and commitment, up to the first that is wrong.</summary>
    /// <param name="store">Where the ledger is kept.</param>
    /// <param name="tenant">The tenant; empty for a host without tenants.</param>
    /// <param name="expectedHead">The <see cref="LedgerVerification.Head"/> of an earlier verification, kept elsewhere: the ledger must still hold that block. Null to ask for none.</param>
    /// <param name="progress">Told now and then how many blocks are done; null for nobody.</param>
    /// <param name="cancellationToken">Stops the verification.</param>
    /// <returns>How much is sound, and the first fault.</returns>
    /// <exception cref="ArgumentException"><paramref name="expectedHead"/> is not 64 hexadecimal digits.</exception>
    /// <remarks>Cost: one reading of the ledger, one SHA-256 an entry and one a block; the memory of a block. Blocks appended meanwhile may be checked or not.</remarks>
    public static async ValueTask<LedgerVerification> VerifyAsync(
        IIdentityStore store,
        string tenant,
        string? expectedHead = null,
        IProgress<InsightProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(tenant);
        var check = new LedgerCheck(Parse(expectedHead));
        long version = await store.GetVersionAsync(tenant, cancellationToken).ConfigureAwait(false);
        await foreach (IdentityBlock block in store.ReadAsync(tenant, 0, cancellationToken).WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            if (!check.Add(block))
            {
                break;
            }

            if (check.Blocks % BlocksBetweenReports == 0)
            {
                progress?.Report(new InsightProgress(Stage, check.Blocks, version));
            }
        }

        LedgerVerification result = check.Finish(version);
        progress?.Report(new InsightProgress(Stage, result.Blocks, Math.Max(result.Blocks, version)));
        return result;
    }

    private static byte[]? Parse(string? expectedHead)
    {
        if (expectedHead is null)
        {
            return null;
        }

        return expectedHead.Length == 2 * IdentityBlock.HashLength && expectedHead.All(char.IsAsciiHexDigit)
            ? Convert.FromHexString(expectedHead)
            : throw new ArgumentException($"The expected head is not {2 * IdentityBlock.HashLength} hexadecimal digits. Give the {nameof(LedgerVerification.Head)} of an earlier verification.", nameof(expectedHead));
    }
}
