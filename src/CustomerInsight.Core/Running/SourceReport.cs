namespace CustomerInsight;

/// <summary>What a run read from one source.</summary>
/// <param name="Source">The source's name.</param>
/// <param name="Content">What it holds: records or activities.</param>
/// <param name="Read">How many rows it gave, good and bad.</param>
/// <param name="Kept">How many records or activities it gave once repeated, superseded, deleted and quarantined rows are taken off; activities after the as-of moment count here and are reported on a line of their own.</param>
/// <param name="Repeated">How many rows said again what an earlier row had said, word for word.</param>
/// <param name="Superseded">How many versions gave way to another version under the same key.</param>
/// <param name="Deleted">How many records the source took back.</param>
/// <param name="Rejected">How many rows were quarantined, by code.</param>
/// <param name="Rejections">The first of them, one by one.</param>
/// <param name="Cursor">Where the source stood at the end; reading can go on from there.</param>
public sealed record SourceReport(
    string Source,
    SourceContent Content,
    long Read,
    long Kept,
    long Repeated,
    long Superseded,
    long Deleted,
    ValueList<RejectionCount> Rejected,
    ValueList<RowRejection> Rejections,
    SourceCursor Cursor)
{
    /// <summary>Gets how many rows were quarantined in all.</summary>
    public long RejectedTotal => Rejected.Sum(static count => count.Count);
}
