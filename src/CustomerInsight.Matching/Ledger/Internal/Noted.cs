namespace CustomerInsight.Matching;

/// <summary>Who decided what stands in this block, and why: a text of its own, so that it can be erased while the decision stays.</summary>
/// <param name="Note">Who, why and when.</param>
internal sealed record Noted(StewardNote Note) : LedgerEntry;
