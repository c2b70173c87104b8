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

    /// <summary>The product limit: of those still away after so many days, the share that comes back on that day.</summary>
    public ValueList<ReturnShare> ToReturns()
    {
        var shares = new List<ReturnShare>();
        long away = (long)Closed + Open;
        double survival = 1;
        foreach (int days in _closed.Keys.Union(_open.Keys).Order())
        {
            // Who was looked at for the last time on a day was still away on it.
            int back = _closed.GetValueOrDefault(days);
            if (back > 0)
            {
                survival *= 1 - ((double)back / away);
                shares.Add(new ReturnShare(days, 1 - survival));
            }

            away -= back + _open.GetValueOrDefault(days);
        }

        return ValueList.From(shares);
    }

    private static int DayOf(long ticks) => (int)(ticks / TimeSpan.TicksPerDay);
}
