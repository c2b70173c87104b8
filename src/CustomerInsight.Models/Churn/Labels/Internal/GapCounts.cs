using System.Runtime.InteropServices;

namespace CustomerInsight.Models;

/// <summary>How many days lie between the days on which customers did something, and since the last of them.</summary>
internal sealed class GapCounts
{
    private readonly Dictionary<int, int> _closed = [];
    private readonly Dictionary<int, int> _open = [];

    /// <summary>How many gaps have an end.</summary>
    public int Closed { get; private set; }

    /// <summary>How many customers there are, each of whom has a last day.</summary>
    public int Open { get; private set; }

    public static GapCounts Of(ActivityReader reader, int from, int to, long asOf, bool keepZeroAmounts)
    {
        var counts = new GapCounts();
        var buffer = new ActivityBuffer();
        int today = DayOf(asOf);
        for (int customer = from; customer < to; customer++)
        {
            int last = -1;
            foreach (ref readonly ActivityMoment moment in reader.Read(customer, buffer))
            {
                // A log may have rows later than the moment of customers it knows.
                if (moment.Type < 0 || moment.IsRefund || (moment.IsFree && !keepZeroAmounts) || moment.Ticks > asOf)
                {
                    continue;
                }

                int day = DayOf(moment.Ticks);
                if (last >= 0 && day > last)
                {
                    CollectionsMarshal.GetValueRefOrAddDefault(counts._closed, day - last, out _)++;
                    counts.Closed++;
                }

                last = day;
            }

            if (last >= 0)
            {
                CollectionsMarshal.GetValueRefOrAddDefault(counts._open, today - last, out _)++;
                counts.Open++;
            }
        }

        return counts;
    }

    public void Add(GapCounts other)
    {
        foreach ((int days, int count) in other._closed)
        {
            CollectionsMarshal.GetValueRefOrAddDefault(_closed, days, out _) += count;
        }

        foreach ((int days, int count) in other._open)
        {
            CollectionsMarshal.GetValueRefOrAddDefault(_open, days, out _) += count;
        }

        Closed += other.Closed;
        Open += other.Open;
    }

    /// <summary>The share that comes back by each day on which one did.</summary>
    public ValueList<ReturnShare> ToReturns()
    {
        // Equal gaps are one row that counts as often. Who was looked at for the last time on a day was still away on it, and on the day of the event itself nobody is away yet.
        (int Days, bool IsClosed, int Count)[] rows =
        [
            .. _closed.Select(static gap => (gap.Key, true, gap.Value)),
            .. _open.Where(static gap => gap.Key > 0).Select(static gap => (gap.Key, false, gap.Value)),
        ];
        if (Closed == 0)
        {
            return [];
        }

        var times = SurvivalTimes.Create(
            Array.ConvertAll(rows, static row => (double)row.Days), Array.ConvertAll(rows, static row => row.IsClosed), weights: Array.ConvertAll(rows, static row => (double)row.Count));
        return ValueList.From(KaplanMeier.Estimate(times).Points()
            .Where(static point => point.Events > 0)
            .Select(static point => new ReturnShare((int)point.Time, 1 - point.Survival)));
    }

    private static int DayOf(long ticks) => (int)(ticks / TimeSpan.TicksPerDay);
}
