namespace CustomerInsight.Matching;

/// <summary>The file of the model adopted just before; erased once another is adopted.</summary>
/// <param name="File">The file.</param>
internal sealed record ModelSaved(ValueList<byte> File) : LedgerEntry;
