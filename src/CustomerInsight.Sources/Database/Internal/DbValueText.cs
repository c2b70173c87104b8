using System.Globalization;

namespace CustomerInsight.Sources;

/// <summary>Writes a typed value of a database as text, the same in every culture.</summary>
internal static class DbValueText
{
    public static string? Of(object? value) => value switch
    {
        null or DBNull => null,
        string text => text,
        DateTime moment => InstantText.Write(moment),
        DateTimeOffset moment => InstantText.Write(moment),
        DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        TimeSpan span => span.ToString("c", CultureInfo.InvariantCulture),
        bool truth => truth ? "true" : "false",
        byte[] bytes => Convert.ToBase64String(bytes),
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString(),
    };
}
