namespace CustomerInsight.Matching;

/// <summary>Versions of records came in with many others, and count once their contents are assigned. What they say stands in the <see cref="RecordVersion"/>s right behind, in the same order.</summary>
/// <param name="Records">The records' numbers.</param>
internal sealed record RecordsWaiting(ValueList<int> Records) : LedgerEntry;
