namespace CustomerInsight.Matching;

/// <summary>A version of a record came in. Beside the texts of stewards, the only entry that holds personal data.</summary>
/// <param name="Record">The record's number.</param>
/// <param name="Content">The number of what it says in standardized form.</param>
/// <param name="IsCurrent">Whether this is the version that counts now; false for one that came after a later one.</param>
/// <param name="Schema">The number of its attributes, declared before.</param>
/// <param name="Value">The record.</param>
internal sealed record RecordUpserted(int Record, int Content, bool IsCurrent, int Schema, SourceRecord Value) : LedgerEntry;
