namespace CustomerInsight;

/// <summary>What a standardizer made of a value.</summary>
/// <param name="Value">The value to compare by, or null where the source's value is unusable and counts as missing.</param>
/// <param name="Note">What a reader of the report should know.</param>
public readonly record struct StandardizedValue(string? Value, StandardizationNote Note = StandardizationNote.None)
{
    /// <summary>Gets the result for a value that cannot be used.</summary>
    public static StandardizedValue Rejected => new(null, StandardizationNote.Rejected);
}
