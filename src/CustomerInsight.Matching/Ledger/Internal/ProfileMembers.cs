namespace CustomerInsight.Matching;

/// <summary>What became of the records of a profile.</summary>
/// <param name="Id">The profile's id.</param>
/// <param name="Kind">What became of it.</param>
/// <param name="Added">The numbers of the records that came in.</param>
/// <param name="Removed">The numbers of those that went out.</param>
/// <param name="Rehomed">The numbers of those of its records whose home it is from now on.</param>
internal readonly record struct ProfileMembers(ProfileId Id, ProfileChangeKind Kind, ValueList<int> Added, ValueList<int> Removed, ValueList<int> Rehomed);
