namespace CustomerInsight.Matching;

/// <summary>What an id stands for.</summary>
/// <param name="Asked">The id.</param>
/// <param name="State">What became of it.</param>
/// <param name="Profile">The profile that it leads to, or null where it leads to none.</param>
public sealed record ProfileLookup(ProfileId Asked, ProfileState State, Profile? Profile);
