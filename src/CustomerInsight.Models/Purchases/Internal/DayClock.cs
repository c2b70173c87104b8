namespace CustomerInsight.Models;

/// <summary>Tells on which day and at which hour a moment falls. Not safe from many threads.</summary>
/// <remarks>A zone's offset is asked for once an hour of UTC, where it is the same at both ends of that hour.</remarks>
internal sealed class DayClock
{
    private const int Kept = 1 << 12;

    private readonly TimeZoneInfo? _zone;
    private readonly long _dayStart;
    private readonly long[] _hours = [];
    private readonly long[] _offsets = [];

    public DayClock(TimeZoneInfo zone, int dayStartsAtHour)
    {
        _dayStart = dayStartsAtHour * TimeSpan.TicksPerHour;
        if (zone.BaseUtcOffset != TimeSpan.Zero || zone.SupportsDaylightSavingTime)
        {
            _zone = zone;
            _hours = new long[Kept];
            _offsets = new long[Kept];
            Array.Fill(_hours, -1);
        }
    }

    public int DayOf(long utcTicks) => (int)(Math.Max(Local(utcTicks) - _dayStart, 0) / TimeSpan.TicksPerDay);

    public int HourOf(long utcTicks) => (int)(Local(utcTicks) / TimeSpan.TicksPerHour % 24);

    private long Local(long utcTicks) => _zone is null
        ? utcTicks
        : Math.Clamp(utcTicks + OffsetAt(_zone, utcTicks), DateTime.MinValue.Ticks, DateTime.MaxValue.Ticks);

    private long OffsetAt(TimeZoneInfo zone, long utcTicks)
    {
        long hour = utcTicks / TimeSpan.TicksPerHour;
        int place = (int)(hour % Kept);
        if (_hours[place] != hour)
        {
            long offset = Ask(zone, hour * TimeSpan.TicksPerHour);
            if (offset != Ask(zone, Math.Min(((hour + 1) * TimeSpan.TicksPerHour) - 1, DateTime.MaxValue.Ticks)))
            {
                return Ask(zone, utcTicks);
            }

            _hours[place] = hour;
            _offsets[place] = offset;
        }

        return _offsets[place];
    }

    private static long Ask(TimeZoneInfo zone, long utcTicks) => zone.GetUtcOffset(new DateTime(utcTicks, DateTimeKind.Utc)).Ticks;
}
