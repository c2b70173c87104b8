namespace CustomerInsight.Sources;

/// <summary>Reads keys.</summary>
internal static class KeyText
{
    /// <summary>
    /// Takes the <c>.0</c> off a number that a program turned into a floating-point number, such as 17850.0, because other files
    /// of the same system write the same key as 17850.
    /// </summary>
    public static ReadOnlySpan<char> Clean(ReadOnlySpan<char> key) =>
        key.Length > 2 && key.EndsWith(".0") && key[..^2].IndexOfAnyExceptInRange('0', '9') < 0 ? key[..^2] : key;
}
