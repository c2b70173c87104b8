namespace CustomerInsight.Matching;

/// <summary>No live record says this any more: its pairs are void.</summary>
/// <param name="Content">The content's number.</param>
internal sealed record ContentDropped(int Content) : LedgerEntry;
