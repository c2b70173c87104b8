namespace CustomerInsight.Matching;

/// <summary>A person said something about records, each of the one group with each of the other; who and why stands in the <see cref="Noted"/> of the same block.</summary>
/// <param name="Kind">What was said.</param>
/// <param name="Left">The numbers of some records.</param>
/// <param name="Right">The numbers of others.</param>
internal sealed record Asserted(AssertionKind Kind, ValueList<int> Left, ValueList<int> Right) : LedgerEntry;
