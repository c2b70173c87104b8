namespace CustomerInsight.Models;

/// <summary>The days of the year on which the anniversaries of a stretch of days fall.</summary>
internal sealed class AnniversaryDays
{
    private const int DaysInMonth = 32;
    private const int LeapYear = 2000;

    private readonly bool[] _falls = new bool[13 * DaysInMonth];

    /// <summary>Takes the days from one to so many days after it.</summary>
    public AnniversaryDays(DateOnly first, int days)
    {
        int last = Math.Min(first.DayNumber + days, DateOnly.MaxValue.DayNumber);
        for (int number = first.DayNumber; number <= last; number++)
        {
            var day = DateOnly.FromDayNumber(number);
            _falls[Place(day)] = true;
            if (day is { Month: 2, Day: 28 } && !DateTime.IsLeapYear(day.Year))
            {
                _falls[Place(new DateOnly(LeapYear, 2, 29))] = true;
            }
        }
    }

    public bool Falls(DateOnly day) => _falls[Place(day)];

    private static int Place(DateOnly day) => (day.Month * DaysInMonth) + day.Day;
}
