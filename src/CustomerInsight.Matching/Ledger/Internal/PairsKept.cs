namespace CustomerInsight.Matching;

/// <summary>What a new content was compared with and is likely enough to be the same as.</summary>
/// <param name="Content">The new content's number.</param>
/// <param name="Pairs">The pairs.</param>
internal sealed record PairsKept(int Content, ValueList<KeptPair> Pairs) : LedgerEntry;
