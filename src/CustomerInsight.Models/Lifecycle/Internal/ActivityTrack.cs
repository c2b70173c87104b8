namespace CustomerInsight.Models;

/// <summary>When the activities of one type took place that count.</summary>
internal sealed class ActivityTrack
{
    private long[] _times = new long[16];
    private int _lastDay = -1;

    public int Count { get; private set; }

    public long Last => _times[Count - 1];

    public void Clear() => (Count, _lastDay) = (0, -1);

    /// <summary>Notes an activity; false where it is not the first of its day and only that counts.</summary>
    public bool Note(long ticks, int day)
    {
        if (day >= 0 && day == _lastDay)
        {
            return false;
        }

        _lastDay = day;
        if (Count == _times.Length)
        {
            Array.Resize(ref _times, Count * 2);
        }

        _times[Count++] = ticks;
        return true;
    }

    /// <summary>Whether so many lie within a time back from the last.</summary>
    public bool Has(int count, long within) => Count >= count && Last - _times[Count - count] < within;

    /// <summary>When a silence after the last is long enough.</summary>
    public long EndOf(in MachineStep silence)
    {
        long ticks = silence.Ticks;
        if (silence.Silence is { OwnGaps: double gaps } own && Count > own.MinimumGaps)
        {
            double mean = (double)(Last - _times[0]) / (Count - 1);
            ticks = (long)Math.Clamp(gaps * mean, own.AtLeastDays * (double)TimeSpan.TicksPerDay, own.AtMostDays * (double)TimeSpan.TicksPerDay);
        }

        return Last + ticks;
    }
}
