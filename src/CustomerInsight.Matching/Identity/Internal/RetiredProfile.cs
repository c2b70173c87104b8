namespace CustomerInsight.Matching;

/// <summary>What became of an id that is not in use.</summary>
/// <param name="To">The id that took its records in; 0 where all of them were deleted.</param>
/// <param name="IsErased">Whether the last of its records was erased.</param>
internal sealed record RetiredProfile(long To, bool IsErased = false);
