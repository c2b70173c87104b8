namespace CustomerInsight.Matching;

/// <summary>One line of the change feed: what became of one profile.</summary>
/// <param name="Cursor">The position in the feed; following it from here gives what came later.</param>
/// <param name="At">When.</param>
/// <param name="Kind">What became of it.</param>
/// <param name="Profile">Its id.</param>
/// <param name="To">The profile that it went into, where <paramref name="Kind"/> is <see cref="ProfileChangeKind.Merged"/>; else null.</param>
/// <param name="Added">How many records came in.</param>
/// <param name="Removed">How many went out.</param>
public sealed record ProfileChange(long Cursor, DateTimeOffset At, ProfileChangeKind Kind, ProfileId Profile, ProfileId? To, int Added, int Removed);
