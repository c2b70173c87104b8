namespace CustomerInsight.Matching;

/// <summary>What a person decided no longer holds; who and why stands in the <see cref="Noted"/> of the same block.</summary>
/// <param name="Block">The block of the decision: all that is asserted in it.</param>
internal sealed record Retracted(long Block) : LedgerEntry;
