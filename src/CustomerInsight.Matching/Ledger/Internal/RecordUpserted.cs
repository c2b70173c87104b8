namespace CustomerInsight.Matching;

/// <summary>A version of a record came in. What it says stands in the <see cref="RecordVersion"/> right behind, so that this stays where that is erased.</summary>
/// <param name="Record">The record's number.</param>
/// <param name="Content">The number of what it says in standardized form.</param>
/// <param name="IsCurrent">Whether this is the version that counts now; false for one that came after a later one.</param>
internal sealed record RecordUpserted(int Record, int Content, bool IsCurrent) : LedgerEntry;
