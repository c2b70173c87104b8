namespace CustomerInsight.Matching;

/// <summary>Records say what these contents are: all anew, after another model was adopted.</summary>
/// <param name="Records">The numbers of the records.</param>
/// <param name="Contents">The number of each one's content.</param>
internal sealed record ContentsAssigned(ValueList<int> Records, ValueList<int> Contents) : LedgerEntry;
