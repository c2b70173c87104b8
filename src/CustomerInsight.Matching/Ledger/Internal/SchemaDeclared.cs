namespace CustomerInsight.Matching;

/// <summary>Gives a number to the attributes of a source.</summary>
/// <param name="Schema">The number.</param>
/// <param name="Definition">The attributes.</param>
internal sealed record SchemaDeclared(int Schema, RecordSchema Definition) : LedgerEntry;
