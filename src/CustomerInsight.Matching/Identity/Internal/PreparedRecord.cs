namespace CustomerInsight.Matching;

/// <summary>What can be known of a record before its turn to be written: what it says, its keys, and what it weighs against others.</summary>
/// <param name="Said">What it says.</param>
/// <param name="Keys">Its blocking keys.</param>
/// <param name="Links">The kept pairs.</param>
/// <param name="Compared">The contents that it was compared with, rising; what came since is compared then.</param>
internal sealed record PreparedRecord(RecordContent Said, BlockKey[] Keys, List<KeptLink> Links, List<int> Compared)
{
    /// <summary>Whether a record said the same, so that it was compared with nothing.</summary>
    public bool IsKnown { get; init; }
}
