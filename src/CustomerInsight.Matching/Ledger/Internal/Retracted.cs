namespace CustomerInsight.Matching;

/// <summary>An assertion no longer holds.</summary>
/// <param name="Block">The block of the assertion.</param>
/// <param name="Entry">Its place in the block.</param>
/// <param name="Note">Who and why.</param>
internal sealed record Retracted(long Block, int Entry, StewardNote Note) : LedgerEntry;
