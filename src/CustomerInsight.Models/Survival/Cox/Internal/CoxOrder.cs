namespace CustomerInsight.Models;

/// <summary>Puts rows in the order of Cox regression's sums, which depends on their content alone.</summary>
internal sealed class CoxOrder
{
    private const ulong EventBit = 1UL << 63;

    private readonly SurvivalData _data;
    private readonly int _cause;

    private CoxOrder(SurvivalData data, int cause, int[] places, double[] exits)
    {
        _data = data;
        _cause = cause;
        Places = places;
        Exits = exits;
    }

    /// <summary>Gets the row of the data at each place.</summary>
    public int[] Places { get; }

    /// <summary>Gets when the watch of each place's row ended.</summary>
    public double[] Exits { get; }

    public bool HasEntries => _data.Times.EntryArray is not null;

    public static CoxOrder Of(SurvivalData data, int cause)
    {
        int rows = data.Times.Count;
        int[] places = new int[rows];
        for (int i = 0; i < rows; i++)
        {
            places[i] = i;
        }

        double[] keys = new double[rows];
        int[]? strata = data.StratumArray;
        if (strata is not null)
        {
            Array.Sort([.. strata], places);
        }

        for (int i = 0; i < rows; i++)
        {
            keys[i] = -data.Times.ExitArray[places[i]];
        }

        var order = new CoxOrder(data, cause, places, keys);
        for (int from = 0, to; from < rows; from = to)
        {
            for (to = strata is null ? rows : from + 1; to < rows && strata![places[to]] == strata[places[from]]; to++)
            {
            }

            MemoryExtensions.Sort(keys.AsSpan(from, to - from), places.AsSpan(from, to - from));
            order.SortTies(from, to);
        }

        for (int i = 0; i < rows; i++)
        {
            keys[i] = -keys[i];
        }

        return order;
    }

    public bool HasEvent(int place) => SurvivalTimes.IsEvent(_data.Times.EndArray[Places[place]], _cause);

    public int StratumAt(int place) => _data.StratumArray?[Places[place]] ?? 0;

    public double EntryAt(int place) => _data.Times.EntryArray?[Places[place]] ?? 0;

    // Rows with the same content are next to each other, and which of them is first does not matter.
    private void SortTies(int first, int last)
    {
        ulong[]? hashes = null;
        for (int from = first, to; from < last; from = to)
        {
            for (to = from + 1; to < last && Exits[to] == Exits[from]; to++)
            {
            }

            if (to - from > 1)
            {
                hashes ??= new ulong[Places.Length];
                for (int i = from; i < to; i++)
                {
                    hashes[i] = (Hash(Places[i]) & ~EventBit) | (HasEvent(i) ? EventBit : 0);
                }

                MemoryExtensions.Sort(hashes.AsSpan(from, to - from), Places.AsSpan(from, to - from));
            }
        }
    }

    private ulong Hash(int row)
    {
        ulong hash = BitConverter.DoubleToUInt64Bits(_data.Times.EntryArray?[row] ?? 0);
        hash = StableHash.Combine(hash, BitConverter.DoubleToUInt64Bits(_data.Times.WeightArray?[row] ?? 1));
        hash = StableHash.Combine(hash, (ulong)(_data.ClusterArray?[row] ?? 0));
        int columns = _data.Features.Columns.Count;
        foreach (double value in _data.Features.Values.Slice(row * columns, columns))
        {
            // Nought and minus nought are one number.
            hash = StableHash.Combine(hash, BitConverter.DoubleToUInt64Bits(value + 0.0));
        }

        return hash;
    }
}
