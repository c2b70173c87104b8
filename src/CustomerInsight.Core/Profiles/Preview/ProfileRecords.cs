namespace CustomerInsight;

/// <summary>The records of one profile, ready to be merged.</summary>
/// <param name="Id">The profile's id.</param>
/// <param name="Records">Its records, at least one, in any order.</param>
public readonly record struct ProfileRecords(ProfileId Id, ValueList<MergeRecord> Records);
