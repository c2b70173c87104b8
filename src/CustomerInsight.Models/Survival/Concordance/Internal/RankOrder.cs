namespace CustomerInsight.Models;

/// <summary>Orders of rows that depend on their numbers alone.</summary>
internal static class RankOrder
{
    /// <summary>Numbers the distinct values from 0 in rising order.</summary>
    /// <param name="values">The values, all numbers.</param>
    /// <returns>The number of each value, and how many there are.</returns>
    public static (int[] Ranks, int Places) Ranks(ReadOnlySpan<double> values)
    {
        double[] sorted = values.ToArray();
        int[] rows = [.. Enumerable.Range(0, sorted.Length)];
        Array.Sort(sorted, rows);
        int[] ranks = new int[sorted.Length];
        int rank = -1;
        for (int i = 0; i < sorted.Length; i++)
        {
            rank += i == 0 || sorted[i] != sorted[i - 1] ? 1 : 0;
            ranks[rows[i]] = rank;
        }

        return (ranks, rank + 1);
    }

    /// <summary>Rows by time, at one time those with an event first, then by risk; what is left open, by entry and weight.</summary>
    public static int[] ByTimeThenRisk(SurvivalTimes times, int[] ranks)
    {
        (int[] timeRanks, _) = Ranks(times.Exits);
        var keys = new ulong[ranks.Length];
        int[] order = new int[ranks.Length];
        for (int row = 0; row < keys.Length; row++)
        {
            keys[row] = ((ulong)timeRanks[row] << 33) | (times.EndArray[row] == SurvivalTimes.Censored ? 1ul << 32 : 0) | (uint)ranks[row];
            order[row] = row;
        }

        Array.Sort(keys, order);
        if (times.EntryArray is null && times.WeightArray is null)
        {
            return order;
        }

        var byRest = Comparer<int>.Create((left, right) =>
        {
            int byEntry = times.EntryArray is { } entries ? entries[left].CompareTo(entries[right]) : 0;
            return byEntry != 0 ? byEntry : times.WeightArray is { } weights ? weights[left].CompareTo(weights[right]) : 0;
        });
        for (int from = 0, to; from < keys.Length; from = to)
        {
            for (to = from + 1; to < keys.Length && keys[to] == keys[from]; to++)
            {
            }

            if (to - from > 1)
            {
                Array.Sort(order, from, to - from, byRest);
            }
        }

        return order;
    }

    /// <summary>Rows by entry, those of equal entries in an order that is given; none where all are watched from 0.</summary>
    public static int[] ByEntry(SurvivalTimes times, int[] order)
    {
        if (times.EntryArray is not { } entries)
        {
            return [];
        }

        int[] places = [.. Enumerable.Range(0, order.Length).OrderBy(place => entries[order[place]])];
        return Array.ConvertAll(places, place => order[place]);
    }
}
