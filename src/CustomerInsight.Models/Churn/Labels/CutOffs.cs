namespace CustomerInsight.Models;

/// <summary>Moments at which features end and after which windows of labels begin.</summary>
public static class CutOffs
{
    private const int MostCutOffs = 100_000;

    /// <summary>Gives the last moment before a day: what happened earlier is known, and the window begins with the day.</summary>
    /// <param name="day">The day. Not the first of the calendar.</param>
    /// <param name="zone">The time zone in which the day begins; null for UTC.</param>
    /// <returns>The moment.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="day"/> is the first of the calendar.</exception>
    public static DateTimeOffset Before(DateOnly day, TimeZoneInfo? zone = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(day, DateOnly.FromDayNumber(2));
        DateTime midnight = day.ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(midnight, (zone ?? TimeZoneInfo.Utc).GetUtcOffset(midnight)).AddTicks(-1);
    }

    /// <summary>Gives cut-offs at equal distances.</summary>
    /// <param name="first">The first.</param>
    /// <param name="stepDays">How many days of 24 hours one is after the other. From 1 to 3,650.</param>
    /// <param name="count">How many. From 1 to 100,000.</param>
    /// <returns>The cut-offs, the first one first.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its range, or the last cut-off is after the end of the calendar.</exception>
    public static ValueList<DateTimeOffset> Rolling(DateTimeOffset first, int stepDays, int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(stepDays, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(stepDays, 3_650);
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, MostCutOffs);
        return ValueList.From(Enumerable.Range(0, count).Select(number => first.AddDays((double)number * stepDays)));
    }

    /// <summary>Gives as many cut-offs at equal distances as have a whole window before the data end, the last one as late as can be.</summary>
    /// <param name="earliest">No cut-off is before it.</param>
    /// <param name="stepDays">How many days of 24 hours one is after the other. From 1 to 3,650.</param>
    /// <param name="observedUntil">Until when the data are complete.</param>
    /// <param name="options">The window; null for the defaults of <see cref="LabelOptions"/>.</param>
    /// <returns>The cut-offs, the first one first, at most 100,000; none where no window fits.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="stepDays"/> is outside its range.</exception>
    /// <exception cref="ArgumentException">An option is not usable.</exception>
    /// <remarks>With steps shorter than the horizon the windows overlap, so that labels of neighbouring cut-offs say partly the same: validate with a gap in time.</remarks>
    public static ValueList<DateTimeOffset> Latest(DateTimeOffset earliest, int stepDays, DateTimeOffset observedUntil, LabelOptions? options = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(stepDays, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(stepDays, 3_650);
        LabelOptions usable = CustomerLabels.Checked(options);
        TimeSpan free = observedUntil - earliest - TimeSpan.FromDays(usable.GapDays + usable.HorizonDays);
        if (free < TimeSpan.Zero)
        {
            return [];
        }

        int steps = (int)Math.Min(MostCutOffs - 1, free.Ticks / (stepDays * TimeSpan.TicksPerDay));
        DateTimeOffset last = observedUntil.AddDays(-(usable.GapDays + usable.HorizonDays));
        return Rolling(last.AddDays(-(double)steps * stepDays), stepDays, steps + 1);
    }
}
