namespace CustomerInsight;

/// <summary>A field of a profile before and after.</summary>
/// <param name="Field">The field's name.</param>
/// <param name="Kind">How it changes.</param>
/// <param name="Before">The field as it was, with winner and losers; null where the profile did not have it.</param>
/// <param name="After">The field as it would be; null where the profile would not have it.</param>
public sealed record FieldChange(string Field, FieldChangeKind Kind, ProfileField? Before, ProfileField? After)
{
    /// <summary>Names field and change, never a value.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"{Field}: {Kind}";
}
