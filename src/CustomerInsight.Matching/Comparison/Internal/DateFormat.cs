using System.Globalization;

namespace CustomerInsight.Matching;

/// <summary>A form in which dates are written: <c>%Y</c>, <c>%m</c> and <c>%d</c> once each, with separators around them.</summary>
/// <remarks>As strptime reads them: each number takes as many digits as stand there, at most four for the year and two for month and day.</remarks>
internal sealed class DateFormat
{
    private readonly string _format;

    /// <summary>Takes a format apart.</summary>
    /// <exception cref="ArgumentException">It has another directive, a letter or a digit, or has not each of the three once.</exception>
    public DateFormat(string format)
    {
        string directives = string.Empty;
        for (int i = 0; i < format.Length; i++)
        {
            if (format[i] == '%' && i + 1 < format.Length)
            {
                directives += format[++i];
            }
            else if (format[i] == '%' || char.IsLetterOrDigit(format[i]))
            {
                throw Unknown(nameof(format));
            }
        }

        _format = string.Concat(directives.Order()) == "Ydm" ? format : throw Unknown(nameof(format));
    }

    /// <summary>Reads a date; gives it in the form yyyy-MM-dd, or null where the value is none in this format.</summary>
    public string? Read(string value)
    {
        ReadOnlySpan<char> rest = value.AsSpan().Trim();
        int year = 0;
        int month = 0;
        int day = 0;
        for (int i = 0; i < _format.Length; i++)
        {
            bool read = _format[i] != '%' ? Take(ref rest, _format[i])
                : _format[++i] == 'Y' ? Take(ref rest, 4, out year)
                : _format[i] == 'm' ? Take(ref rest, 2, out month)
                : Take(ref rest, 2, out day);
            if (!read)
            {
                return null;
            }
        }

        return rest.IsEmpty && year > 0 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            ? new DateOnly(year, month, day).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
            : null;
    }

    private static bool Take(ref ReadOnlySpan<char> rest, char separator)
    {
        bool taken = !rest.IsEmpty && rest[0] == separator;
        rest = taken ? rest[1..] : rest;
        return taken;
    }

    private static bool Take(ref ReadOnlySpan<char> rest, int most, out int number)
    {
        number = 0;
        int digits = 0;
        while (digits < most && digits < rest.Length && char.IsAsciiDigit(rest[digits]))
        {
            number = (10 * number) + (rest[digits++] - '0');
        }

        rest = rest[digits..];
        return digits > 0;
    }

    private static ArgumentException Unknown(string name) =>
        new("A format of dates has %Y, %m and %d once each, and separators around them that are no letters and no digits.", name);
}
