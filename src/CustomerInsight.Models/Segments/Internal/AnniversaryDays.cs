namespace CustomerInsight.Models;

/// <summary>The days whose anniversaries fall into a stretch of days. The day itself is none: the first is a year later.</summary>
internal sealed class AnniversaryDays
{
    private const int DaysInMonth = 32;
    private const int LeapYear = 2000;

    // The last year in which an anniversary of that day of the year falls into the stretch; 0 for none.
    private readonly int[] _years = new int[13 * DaysInMonth];

    /// <summary>Takes the days from one to so many days after it.</summary>
    public AnniversaryDays(DateOnly first, int days)
    {
        int last = Math.Min(first.DayNumber + days, DateOnly.MaxValue.DayNumber);
        for (int number = first.DayNumber; number <= last; number++)
        {
            var day = DateOnly.FromDayNumber(number);
            _years[Place(day)] = day.Year;
            if (day is { Month: 2, Day: 28 } && !DateTime.IsLeapYear(day.Year))
            {
                _years[Place(new DateOnly(LeapYear, 2, 29))] = day.Year;
            }
        }
    }

    public bool Falls(DateOnly day) => _years[Place(day)] > day.Year;

    private static int Place(DateOnly day) => (day.Month * DaysInMonth) + day.Day;
}
