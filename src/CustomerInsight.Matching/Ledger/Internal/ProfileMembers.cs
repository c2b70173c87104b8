namespace CustomerInsight.Matching;

/// <summary>The records of a profile.</summary>
/// <param name="Id">The profile's id.</param>
/// <param name="Records">The numbers of its records.</param>
/// <param name="Rehomed">The numbers of those records whose own id changed with this.</param>
internal readonly record struct ProfileMembers(ProfileId Id, ValueList<int> Records, ValueList<int> Rehomed);
