namespace CustomerInsight.Matching;

/// <summary>What becomes of one profile.</summary>
/// <param name="Change">What becomes of it.</param>
/// <param name="Before">The profile before, or null where the id was not in use.</param>
/// <param name="After">The profile after, or null where the id is not in use any more.</param>
public sealed record ProfileImpact(ProfileChange Change, Profile? Before, Profile? After)
{
    /// <summary>Gets the names of the fields whose values differ, in ordinal order.</summary>
    public IEnumerable<string> ChangedFields => (Before?.Fields ?? default).Concat(After?.Fields ?? default)
        .Select(static filled => filled.Name).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)
        .Where(name => Before?[name]?.Values != After?[name]?.Values);
}
