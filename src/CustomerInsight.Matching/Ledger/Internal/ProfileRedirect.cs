namespace CustomerInsight.Matching;

/// <summary>Where a retired profile id leads.</summary>
/// <param name="From">The retired id.</param>
/// <param name="To">The id that took its place; null where none did.</param>
internal readonly record struct ProfileRedirect(ProfileId From, ProfileId? To);
