namespace CustomerInsight.Matching;

/// <summary>A profile whose records are others than before.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Kind">Whether it is new, in use again, or has other records.</param>
/// <param name="Records">Its records now, in canonical order.</param>
/// <param name="Added">Those that came in.</param>
/// <param name="Removed">Those that went out.</param>
internal sealed record ClusterChange(long Id, ProfileChangeKind Kind, LiveRecord[] Records, LiveRecord[] Added, LiveRecord[] Removed);
