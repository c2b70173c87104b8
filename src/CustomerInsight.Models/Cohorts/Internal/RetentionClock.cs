namespace CustomerInsight.Models;

/// <summary>Counts days, weeks and months for cohorts and their periods.</summary>
internal sealed class RetentionClock
{
    private const int MonthDays = 30;

    private readonly LocalDays _days;
    private readonly CohortPeriod _cohortBy;
    private readonly CohortPeriod _period;
    private readonly long _length;
    private readonly long _over;

    public RetentionClock(RetentionOptions options, DateTimeOffset asOf)
    {
        _days = new LocalDays(options.TimeZone ?? TimeZoneInfo.Utc, options.DayStartsAtHour ?? 0);
        _cohortBy = options.CohortBy;
        _period = options.Period;
        _length = options.Window == RetentionWindow.Calendar ? 0 : TimeSpan.TicksPerDay * (_period switch
        {
            CohortPeriod.Day => 1,
            CohortPeriod.Week => 7,
            _ => MonthDays,
        });

        // A day is over with its last second: logs are written to the second, and 23:59:59 is what people mean by its end.
        _over = PeriodAt(Math.Min(asOf.UtcTicks, DateTime.MaxValue.Ticks - TimeSpan.TicksPerSecond) + TimeSpan.TicksPerSecond);
    }

    /// <summary>The cohort of a start, by number; a later one has a higher.</summary>
    public int CohortAt(long ticks) => Unit(_days.DayOf(ticks), _cohortBy);

    /// <summary>The first day of a cohort.</summary>
    public DateOnly StartOf(int cohort) => _cohortBy switch
    {
        CohortPeriod.Day => DateOnly.FromDayNumber(cohort),
        CohortPeriod.Week => DateOnly.FromDayNumber(cohort * 7),
        _ => new DateOnly((cohort / 12) + 1, (cohort % 12) + 1, 1),
    };

    /// <summary>Where a moment is on the scale that periods are counted on: a number of periods, or ticks.</summary>
    public long PeriodAt(long ticks) => _length == 0 ? Unit(_days.DayOf(ticks), _period) : ticks;

    /// <summary>How many whole periods lie between two places on that scale.</summary>
    public long Between(long start, long end) => _length == 0 ? end - start : (end - start) / _length;

    /// <summary>How many periods of a customer who started there are over.</summary>
    public long Over(long start) => Between(start, _over);

    // Day 0 is 0001-01-01, a Monday.
    private static int Unit(int day, CohortPeriod unit)
    {
        if (unit != CohortPeriod.Month)
        {
            return unit == CohortPeriod.Day ? day : day / 7;
        }

        var date = DateOnly.FromDayNumber(day);
        return ((date.Year - 1) * 12) + date.Month - 1;
    }
}
