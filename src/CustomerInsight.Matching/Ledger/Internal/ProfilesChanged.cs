namespace CustomerInsight.Matching;

/// <summary>Profiles came about, changed or retired.</summary>
/// <param name="Profiles">The profiles with other records than before.</param>
/// <param name="Retired">The ids that no longer stand for a profile of their own.</param>
internal sealed record ProfilesChanged(ValueList<ProfileMembers> Profiles, ValueList<ProfileRedirect> Retired) : LedgerEntry;
