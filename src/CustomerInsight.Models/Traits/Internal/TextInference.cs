using System.Globalization;

namespace CustomerInsight.Models;

/// <summary>Finds what kind of values the texts of a file are.</summary>
internal static class TextInference
{
    private static readonly string[] Placeholders = ["NA", "N/A", "NaN", "null", "none", "?", "-"];

    public static TraitColumn Column(string name, IReadOnlyList<string?> values, string description)
    {
        ArgumentNullException.ThrowIfNull(values);
        if (Read(values, static text => IsPlaceholder(text) ? double.NaN : Number(text)) is { } numbers && Array.Exists(numbers, static number => number is not null and not double.NaN))
        {
            return TraitColumn.Numbers(name, Array.ConvertAll(numbers, static number => number ?? double.NaN), description);
        }

        if (Read(values, static text => IsPlaceholder(text) ? DateOnly.MinValue : Day(text)) is { } days && Array.Exists(days, static day => day is not null && day != DateOnly.MinValue))
        {
            return TraitColumn.Dates(name, Array.ConvertAll(days, static day => day == DateOnly.MinValue ? null : day), description);
        }

        return Read(values, Flag) is { } flags && Array.Exists(flags, static flag => flag is not null)
            ? TraitColumn.Flags(name, flags, description)
            : TraitColumn.Texts(name, values, description);
    }

    /// <summary>Reads all texts; null where one cannot be read. A blank one is null in the result.</summary>
    private static T?[]? Read<T>(IReadOnlyList<string?> values, Func<string, T?> read)
        where T : struct
    {
        var found = new T?[values.Count];
        for (int row = 0; row < found.Length; row++)
        {
            if (string.IsNullOrWhiteSpace(values[row]))
            {
                continue;
            }

            found[row] = read(values[row]!.Trim());
            if (found[row] is null)
            {
                return null;
            }
        }

        return found;
    }

    private static double? Number(string text) => !IsCode(text) && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) ? number : null;

    private static DateOnly? Day(string text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day) ? day : null;

    private static bool? Flag(string text) => text.ToUpperInvariant() switch
    {
        "YES" or "TRUE" or "Y" or "T" => true,
        "NO" or "FALSE" or "N" or "F" => false,
        _ => null,
    };

    // The zeros of a postcode or an account number would be lost.
    private static bool IsCode(string text) => text.Length > 1 && text[0] == '0' && char.IsAsciiDigit(text[1]);

    private static bool IsPlaceholder(string text) => Array.Exists(Placeholders, placeholder => placeholder.Equals(text, StringComparison.OrdinalIgnoreCase));
}
