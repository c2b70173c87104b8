namespace CustomerInsight.Models;

/// <summary>When events were, and which rows were at risk then.</summary>
internal sealed class CoxSlots
{
    private const int RowsPerChunk = 4_096;
    private const int MostChunks = 64;

    private CoxSlots(double[] times, int[] ends, int[] events, int[] starts, int[] strata)
    {
        Times = times;
        Ends = ends;
        Events = events;
        FirstSlots = starts;
        Strata = strata;
        Chunks = Cut(ends);
    }

    /// <summary>Gets when the events of each slot were; 0 for the last slot of a stratum.</summary>
    public double[] Times { get; }

    /// <summary>Gets the place after the last row of each slot. Its events are the last of its rows.</summary>
    public int[] Ends { get; }

    /// <summary>Gets how many rows have the event then; 0 for the last slot of a stratum, and only for that.</summary>
    public int[] Events { get; }

    /// <summary>Gets for each row the first slot at which it is at risk.</summary>
    public int[] FirstSlots { get; }

    /// <summary>Gets the number of the stratum of each slot.</summary>
    public int[] Strata { get; }

    /// <summary>Gets for each row the first slot at which it is not at risk any more, as it came in later; null where all came in at 0.</summary>
    public int[]? LastSlots { get; private set; }

    /// <summary>Gets the rows that come in after the time of a slot, slot after slot; null with <see cref="LastSlots"/>.</summary>
    public int[]? Entering { get; private set; }

    /// <summary>Gets for each slot where its rows begin in <see cref="Entering"/>; one more than slots.</summary>
    public int[]? EnteringFrom { get; private set; }

    /// <summary>Gets the slots at which chunks of work begin, and the number of slots at the end.</summary>
    public int[] Chunks { get; }

    public int Count => Ends.Length;

    public int ChunkCount => Chunks.Length - 1;

    /// <summary>The first row of a slot.</summary>
    public int From(int slot) => slot == 0 ? 0 : Ends[slot - 1];

    /// <summary>Whether a row has the event at its first slot.</summary>
    public bool IsEvent(int row, int slot) => row >= Ends[slot] - Events[slot];

    public static CoxSlots Of(CoxOrder order)
    {
        int rows = order.Places.Length;
        var times = new List<double>();
        var ends = new List<int>();
        var events = new List<int>();
        var strata = new List<int>();
        int[] starts = new int[rows];
        for (int from = 0, to; from < rows; from = to)
        {
            int stratum = order.StratumAt(from);
            for (to = from; to < rows && order.StratumAt(to) == stratum;)
            {
                int tie = to;
                int count = 0;
                for (; to < rows && order.Exits[to] == order.Exits[tie] && order.StratumAt(to) == stratum; to++)
                {
                    starts[to] = ends.Count;
                    count += order.HasEvent(to) ? 1 : 0;
                }

                if (count > 0)
                {
                    times.Add(order.Exits[tie]);
                    ends.Add(to);
                    events.Add(count);
                    strata.Add(stratum);
                }
            }

            times.Add(0);
            ends.Add(to);
            events.Add(0);
            strata.Add(stratum);
        }

        var slots = new CoxSlots([.. times], [.. ends], [.. events], starts, [.. strata]);
        if (order.HasEntries)
        {
            slots.Enter(order);
        }

        return slots;
    }

    private void Enter(CoxOrder order)
    {
        LastSlots = new int[order.Places.Length];
        EnteringFrom = new int[Count + 1];
        int last = 0;
        for (int row = 0; row < LastSlots.Length; row++)
        {
            // A row's slots begin where its exit is and go on to the last slot of its stratum, the times falling.
            int low = FirstSlots[row];
            for (last = Math.Max(last, low); Events[last] > 0; last++)
            {
            }

            int high = last;
            double entry = order.EntryAt(row);
            while (low < high)
            {
                int middle = (low + high) >>> 1;
                (low, high) = Times[middle] <= entry ? (low, middle) : (middle + 1, high);
            }

            LastSlots[row] = low;
            EnteringFrom[low + 1]++;
        }

        for (int slot = 0; slot < Count; slot++)
        {
            EnteringFrom[slot + 1] += EnteringFrom[slot];
        }

        Entering = new int[LastSlots.Length];
        int[] next = [.. EnteringFrom];
        for (int row = 0; row < LastSlots.Length; row++)
        {
            Entering[next[LastSlots[row]]++] = row;
        }
    }

    private static int[] Cut(int[] ends)
    {
        int rows = ends.Length == 0 ? 0 : ends[^1];
        int size = Math.Max(RowsPerChunk, (rows + MostChunks - 1) / MostChunks);
        var chunks = new List<int> { 0 };
        int from = 0;
        for (int slot = 0; slot < ends.Length; slot++)
        {
            if (ends[slot] - from >= size || slot == ends.Length - 1)
            {
                chunks.Add(slot + 1);
                from = ends[slot];
            }
        }

        return [.. chunks];
    }
}
