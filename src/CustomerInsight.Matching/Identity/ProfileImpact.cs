namespace CustomerInsight.Matching;

/// <summary>What becomes of one profile.</summary>
/// <param name="Change">What becomes of it.</param>
/// <param name="Before">The profile before, or null where the id was not in use.</param>
/// <param name="After">The profile after, or null where the id is not in use any more.</param>
public sealed record ProfileImpact(ProfileChange Change, Profile? Before, Profile? After)
{
    /// <summary>Gets the fields that change; null where none does, or where the id is new or goes out of use.</summary>
    public ProfileDifference? Difference => Before is null || After is null ? null : ProfileDifference.Between(Before, After);
}
