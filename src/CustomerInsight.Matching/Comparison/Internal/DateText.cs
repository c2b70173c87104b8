namespace CustomerInsight.Matching;

/// <summary>Reads standardized dates: <c>yyyy-MM-dd</c>, and <c>yyyy-MM</c> or <c>yyyy</c> where less is known.</summary>
internal static class DateText
{
    private const int FullLength = 10;

    /// <summary>The day number of a date in the form yyyy-MM-dd, which must be a day of the calendar.</summary>
    public static int Day(ReadOnlySpan<char> date) => TryDay(date, out int day) ? day : throw new FormatException("A day of the calendar in the form yyyy-MM-dd is needed.");

    /// <summary>Reads a date in the form yyyy-MM-dd; false of anything else, and of what is no day of the calendar.</summary>
    public static bool TryDay(ReadOnlySpan<char> date, out int day)
    {
        day = 0;
        if (date.Length != FullLength || date[4] != '-' || date[7] != '-'
            || !TryNumber(date[..4], out int year) || !TryNumber(date.Slice(5, 2), out int month) || !TryNumber(date[8..], out int ofMonth)
            || year == 0 || month is 0 or > 12 || ofMonth == 0 || ofMonth > DateTime.DaysInMonth(year, month))
        {
            return false;
        }

        day = new DateOnly(year, month, ofMonth).DayNumber;
        return true;
    }

    public static bool IsMonth(ReadOnlySpan<char> digits) =>
        (digits[0] == '0' && digits[1] is >= '1' and <= '9') || (digits[0] == '1' && digits[1] is >= '0' and <= '2');

    private static bool TryNumber(ReadOnlySpan<char> digits, out int number)
    {
        number = 0;
        foreach (char digit in digits)
        {
            if (!char.IsAsciiDigit(digit))
            {
                return false;
            }

            number = (number * 10) + digit - '0';
        }

        return true;
    }

    /// <summary>Whether a date leaves month or day open.</summary>
    public static bool IsPartial(string value) =>
        value.Length < FullLength || value.AsSpan(4).StartsWith("-00-", StringComparison.Ordinal) || value.EndsWith("-00", StringComparison.Ordinal);
}
