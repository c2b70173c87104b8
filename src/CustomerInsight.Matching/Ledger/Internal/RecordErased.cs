namespace CustomerInsight.Matching;

/// <summary>A record was erased: its own entries are gone.</summary>
/// <param name="Record">The record's number.</param>
internal sealed record RecordErased(int Record) : LedgerEntry;
