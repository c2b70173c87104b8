using System.Globalization;

namespace CustomerInsight.Matching;

/// <summary>Reads standardized dates: <c>yyyy-MM-dd</c>, and <c>yyyy-MM</c> or <c>yyyy</c> where less is known.</summary>
internal static class DateText
{
    private const int FullLength = 10;

    /// <summary>The day number of a date in the form yyyy-MM-dd, which must be a day of the calendar.</summary>
    public static int Day(string date) => DateOnly.ParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture).DayNumber;

    public static bool IsMonth(ReadOnlySpan<char> digits) =>
        (digits[0] == '0' && digits[1] is >= '1' and <= '9') || (digits[0] == '1' && digits[1] is >= '0' and <= '2');

    /// <summary>Whether a date leaves month or day open.</summary>
    public static bool IsPartial(string value) =>
        value.Length < FullLength || value.AsSpan(4).StartsWith("-00-", StringComparison.Ordinal) || value.EndsWith("-00", StringComparison.Ordinal);
}
