namespace CustomerInsight.Matching;

/// <summary>A person said something about each record on the left and each on the right.</summary>
/// <param name="Kind">What is said.</param>
/// <param name="Left">The numbers of some records.</param>
/// <param name="Right">The numbers of the others.</param>
/// <param name="Note">Who and why.</param>
internal sealed record Asserted(AssertionKind Kind, ValueList<int> Left, ValueList<int> Right, StewardNote Note) : LedgerEntry;
