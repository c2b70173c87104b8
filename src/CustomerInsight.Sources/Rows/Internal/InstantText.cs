using System.Globalization;

namespace CustomerInsight.Sources;

/// <summary>Reads a moment as sources write it.</summary>
/// <remarks>
/// 2024-03-05, 2024/3/5, 20240305, 5.3.2024, 5/3/2024 or 3/5/2024 by the source's date order where both would do, 2024年3月5日; then, after
/// a blank or T, 14:30, 14:30:15, 14:30:15.25 or 2:30 PM; then Z, +01:00, +0100 or +01. Years have four digits. Without an
/// offset the source's time zone counts.
/// </remarks>
internal static class InstantText
{
    public static bool TryParse(ReadOnlySpan<char> text, SourceConventions conventions, out DateTimeOffset instant)
    {
        instant = default;
        var scan = new DigitScanner(text);
        if (!TryReadDate(ref scan, conventions.DateOrder, out DateTime local) || !TryReadTime(ref scan, ref local))
        {
            return false;
        }

        scan.Skip(' ');
        TimeSpan offset;
        if (scan.AtEnd)
        {
            offset = conventions.TimeZone == TimeZoneInfo.Utc ? TimeSpan.Zero : conventions.TimeZone.GetUtcOffset(local);
        }
        else if (!TryReadOffset(ref scan, out offset) || !scan.AtEnd)
        {
            return false;
        }

        long utc = local.Ticks - offset.Ticks;
        if (utc < 0 || utc > DateTime.MaxValue.Ticks)
        {
            return false;
        }

        instant = new DateTimeOffset(local, offset);
        return true;
    }

    private static bool TryReadDate(ref DigitScanner scan, DateOrder order, out DateTime date)
    {
        date = default;
        int digits = scan.Number(8, out int first);
        if (digits == 8)
        {
            return TryMake(first / 10000, first / 100 % 100, first % 100, out date);
        }

        char separator = scan.AtEnd ? '\0' : scan.Take();
        if (digits is 0 or 3 or > 4 || separator is not ('-' or '/' or '.' or '年') || scan.Number(2, out int second) == 0)
        {
            return false;
        }

        if (!scan.Skip(separator == '年' ? '月' : separator))
        {
            return false;
        }

        int lastDigits = scan.Number(4, out int third);
        if (separator == '年' && !scan.Skip('日'))
        {
            return false;
        }

        return digits == 4
            ? lastDigits is 1 or 2 && TryMake(first, second, third, out date)
            : lastDigits == 4 && separator != '年' && TryMakeOrdered(first, second, third, order, out date);
    }

    private static bool TryMakeOrdered(int first, int second, int year, DateOrder order, out DateTime date) => order == DateOrder.DayMonthYear
        ? TryMake(year, second, first, out date) || TryMake(year, first, second, out date)
        : TryMake(year, first, second, out date) || TryMake(year, second, first, out date);

    private static bool TryMake(int year, int month, int day, out DateTime date)
    {
        bool isDate = year is >= 1 and <= 9999 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month);
        date = isDate ? new DateTime(year, month, day, 0, 0, 0, DateTimeKind.Unspecified) : default;
        return isDate;
    }

    private static bool TryReadTime(ref DigitScanner scan, ref DateTime local)
    {
        if (scan.AtEnd || (!scan.Skip('T') && !scan.Skip('t') && !scan.Skip(' ')))
        {
            return true;
        }

        int second = 0;
        long fraction = 0;
        if (scan.Number(2, out int hour) == 0 || !scan.Skip(':') || scan.Number(2, out int minute) != 2
            || (scan.Skip(':') && (scan.Number(2, out second) != 2 || (scan.Skip('.') && !scan.Fraction(out fraction)))))
        {
            return false;
        }

        if (scan.TakeDayHalf() is { } half)
        {
            if (hour is < 1 or > 12)
            {
                return false;
            }

            hour = (hour % 12) + (half == 'P' ? 12 : 0);
        }

        if (hour > 23 || minute > 59 || second > 59)
        {
            return false;
        }

        local = local.Add(new TimeSpan(hour, minute, second)).AddTicks(fraction);
        return true;
    }

    private static bool TryReadOffset(ref DigitScanner scan, out TimeSpan offset)
    {
        offset = TimeSpan.Zero;
        if (scan.Skip('Z') || scan.Skip('z'))
        {
            return true;
        }

        bool isNegative = scan.Skip('-');
        if ((!isNegative && !scan.Skip('+')) || scan.Number(2, out int hours) != 2)
        {
            return false;
        }

        int minutes = 0;
        scan.Skip(':');
        if (!scan.AtEnd && scan.Number(2, out minutes) != 2)
        {
            return false;
        }

        offset = new TimeSpan(hours, minutes, 0);
        offset = isNegative ? -offset : offset;
        return minutes < 60 && offset.Duration() <= TimeSpan.FromHours(14);
    }

    /// <summary>Writes a date or a moment such that <see cref="TryParse"/> reads it back: the time only where there is one.</summary>
    public static string Write(DateTime moment)
    {
        string format = moment.TimeOfDay == TimeSpan.Zero && moment.Kind != DateTimeKind.Utc ? "yyyy-MM-dd" : "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF";
        return moment.ToString(moment.Kind == DateTimeKind.Utc ? format + "'Z'" : format, CultureInfo.InvariantCulture);
    }

    /// <inheritdoc cref="Write(DateTime)"/>
    public static string Write(DateTimeOffset moment) => moment.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz", CultureInfo.InvariantCulture);
}
