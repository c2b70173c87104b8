using System.Globalization;

namespace CustomerInsight.Testing;

/// <summary>Writes dates of birth, now and then with one of the slips that dates attract.</summary>
internal static class DateErrors
{
    public static string Write(SeededRandom random, DateOnly date, string format, double slips)
    {
        if (random.NextDouble() >= slips)
        {
            return Text(date, format);
        }

        switch (random.Next(10))
        {
            case 0 or 1 or 2 when date.Day <= 12:
                return Text(new DateOnly(date.Year, date.Day, date.Month), format);
            case 3 or 4 or 5 or 6:
                // What comes out may be no date at all, as with a real scanner.
                return TypoMaker.MisreadDigit(random, Text(date, format));
            case 7:
                return Text(new DateOnly(date.Year, 1, 1), format);
            case 8:
                return Text(date.AddYears(random.Next(2) == 0 ? -10 : 10), format);
            default:
                return Text(date.AddYears(random.Next(2) == 0 ? -1 : 1), format);
        }
    }

    private static string Text(DateOnly date, string format) => date.ToString(format, CultureInfo.InvariantCulture);
}
