namespace CustomerInsight.Models;

/// <summary>Finds the day of a moment in a time zone, quickly for many moments.</summary>
/// <remarks>Where the clock is not changed between the ends of a day of UTC, its offset is kept and used for all moments of that day.</remarks>
/// <threadsafety>Safe from many threads.</threadsafety>
internal sealed class LocalDays
{
    private const int Unknown = int.MinValue;
    private const int Changes = int.MaxValue;
    private const int KeptDays = 60_000;

    // 1950-01-01, so that the kept days reach into 2114.
    private const int FirstKeptDay = 711_857;

    private readonly TimeZoneInfo _zone;
    private readonly long _dayStart;
    private readonly int[]? _offsetMinutes;

    /// <summary>Makes the finder.</summary>
    /// <param name="zone">The time zone.</param>
    /// <param name="dayStartsAtHour">The hour at which a day begins; what happens before belongs to the day before.</param>
    public LocalDays(TimeZoneInfo zone, int dayStartsAtHour)
    {
        _zone = zone;
        _dayStart = dayStartsAtHour * TimeSpan.TicksPerHour;
        if (zone != TimeZoneInfo.Utc)
        {
            _offsetMinutes = new int[KeptDays];
            Array.Fill(_offsetMinutes, Unknown);
        }
    }

    /// <summary>Finds the day, as <see cref="DateOnly.DayNumber"/> counts.</summary>
    public int DayOf(long utcTicks)
    {
        long local = Math.Clamp(utcTicks + OffsetTicks(utcTicks) - _dayStart, 0, DateTime.MaxValue.Ticks);
        return (int)(local / TimeSpan.TicksPerDay);
    }

    /// <summary>Finds the hour of the local clock, from 0 to 23.</summary>
    public int HourOf(long utcTicks)
    {
        long local = Math.Clamp(utcTicks + OffsetTicks(utcTicks), 0, DateTime.MaxValue.Ticks);
        return (int)(local / TimeSpan.TicksPerHour % 24);
    }

    private long OffsetTicks(long utcTicks)
    {
        if (_offsetMinutes is null)
        {
            return 0;
        }

        long day = utcTicks / TimeSpan.TicksPerDay;
        long place = day - FirstKeptDay;
        if (place is < 0 or >= KeptDays)
        {
            return Exact(utcTicks);
        }

        // Two threads may both find an offset: it is the same.
        int minutes = Volatile.Read(ref _offsetMinutes[place]);
        if (minutes == Unknown)
        {
            long start = Exact(day * TimeSpan.TicksPerDay);
            bool stays = start == Exact(((day + 1) * TimeSpan.TicksPerDay) - 1) && start % TimeSpan.TicksPerMinute == 0;
            minutes = stays ? (int)(start / TimeSpan.TicksPerMinute) : Changes;
            Volatile.Write(ref _offsetMinutes[place], minutes);
        }

        return minutes == Changes ? Exact(utcTicks) : minutes * TimeSpan.TicksPerMinute;
    }

    private long Exact(long utcTicks) => _zone.GetUtcOffset(new DateTime(utcTicks, DateTimeKind.Utc)).Ticks;
}
