namespace CustomerInsight.Matching;

/// <summary>A profile as it is between two decisions; a change makes a new object, so that a reader sees one or the other.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Records">Its records, in canonical order.</param>
internal sealed record LiveProfile(ProfileId Id, LiveRecord[] Records);
