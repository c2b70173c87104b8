namespace CustomerInsight.Matching;

/// <summary>The source deleted a record.</summary>
/// <param name="Record">The record's number.</param>
internal sealed record RecordDeleted(int Record) : LedgerEntry;
