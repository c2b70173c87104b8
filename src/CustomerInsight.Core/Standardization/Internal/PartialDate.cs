using System.Globalization;

namespace CustomerInsight;

/// <summary>Writes what can be told of a date that is no day of the calendar.</summary>
internal static class PartialDate
{
    private const int FirstYearAlone = 1000;
    private const int Months = 12;
    private const int Days = 31;

    /// <summary>Reads a year, or a year and a month in either order.</summary>
    /// <param name="folded">A folded text.</param>
    /// <returns>The form <c>yyyy</c> or <c>yyyy-MM</c>, or null where the text is something else.</returns>
    public static string? Read(ReadOnlySpan<char> folded)
    {
        var reader = new DateReader(folded.Trim(" '\""));
        if (!reader.TryReadPart(out DatePart first))
        {
            return null;
        }

        if (reader.IsAtEnd())
        {
            return first.IsYear && first.Number >= FirstYearAlone && first.Number <= DateStandardizer.LastYear ? Year(first.Number) : null;
        }

        if (!reader.TryReadPart(out DatePart second) || !reader.IsAtEnd() || first.IsYear == second.IsYear)
        {
            return null;
        }

        (DatePart year, DatePart month) = first.IsYear ? (first, second) : (second, first);
        return IsMonth(month.Number) && year.Number >= DateStandardizer.FirstYear && year.Number <= DateStandardizer.LastYear
            ? string.Create(CultureInfo.InvariantCulture, $"{year.Number:0000}-{month.Number:00}")
            : null;
    }

    /// <summary>Writes a date that does not exist.</summary>
    /// <param name="parts">The parts, of which no order makes a day.</param>
    /// <param name="order">Which part is the month where none of the two could be, or both.</param>
    /// <returns>The form <c>yyyy</c>, or <c>yyyy-MM-dd</c> with the numbers as they are, or null where nothing can be told.</returns>
    public static string? Impossible(DateParts parts, DateOrder order)
    {
        if (parts.First.IsYear)
        {
            return Write(parts.First.Number, parts.Second.Number, parts.Third.Number);
        }

        if (!parts.Third.IsYear)
        {
            return null;
        }

        bool firstMayBeMonth = parts.First.IsMonthName || IsMonth(parts.First.Number);
        bool secondMayBeMonth = parts.Second.IsMonthName || IsMonth(parts.Second.Number);
        bool monthFirst = parts.First.IsMonthName
            || (!parts.Second.IsMonthName && (firstMayBeMonth == secondMayBeMonth ? order == DateOrder.MonthDayYear : firstMayBeMonth));
        (DatePart month, DatePart day) = monthFirst ? (parts.First, parts.Second) : (parts.Second, parts.First);
        return Write(parts.Third.Number, month.Number, day.Number);
    }

    private static string? Write(int year, int month, int day)
    {
        if (year < DateStandardizer.FirstYear || year > DateStandardizer.LastYear || month > 99 || day > 99)
        {
            return null;
        }

        if (month == 0 && day == 0)
        {
            return year >= FirstYearAlone ? Year(year) : null;
        }

        return IsMonth(month) || day is >= 1 and <= Days ? string.Create(CultureInfo.InvariantCulture, $"{year:0000}-{month:00}-{day:00}") : null;
    }

    private static bool IsMonth(int number) => number is >= 1 and <= Months;

    private static string Year(int year) => year.ToString("0000", CultureInfo.InvariantCulture);
}
