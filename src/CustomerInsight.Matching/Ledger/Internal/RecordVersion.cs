namespace CustomerInsight.Matching;

/// <summary>What a version of a record says. Beside the texts of stewards and the values of a model, the only entry that holds personal data.</summary>
/// <param name="Schema">The number of its attributes, declared before.</param>
/// <param name="Value">The record.</param>
internal sealed record RecordVersion(int Schema, SourceRecord Value) : LedgerEntry;
