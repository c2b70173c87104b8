namespace CustomerInsight.Matching;

/// <summary>What verifying an identity ledger found.</summary>
/// <param name="Blocks">How many blocks are sound, from the first on.</param>
/// <param name="Entries">How many entries these have.</param>
/// <param name="ErasedEntries">How many of these were erased, which breaks nothing.</param>
/// <param name="Head">The hash of the last sound block in hexadecimal digits, zeros where there is none. Keep it elsewhere, and give it to a later verification.</param>
/// <param name="Fault">The first fault, at which the verification ended; null where the ledger is sound.</param>
public sealed record LedgerVerification(long Blocks, long Entries, long ErasedEntries, string Head, LedgerFault? Fault)
{
    /// <summary>Gets a value indicating whether nothing is wrong.</summary>
    public bool IsSound => Fault is null;
}
