namespace CustomerInsight.Models;

/// <summary>The distinct times at which watches ended, and at each, how many were at risk just before and how they ended.</summary>
/// <remarks>A row is at risk after its entry up to and with its exit. Sums go over rows in an order of their numbers, so that the order they came in changes nothing.</remarks>
internal sealed class RiskTable
{
    /// <summary>For any event, whatever its cause.</summary>
    public const int AnyCause = 0;

    // What is left of sums of weights by rounding alone, of all the weights.
    private const double Rounding = 1e-12;

    private readonly double[]? _entryTimes;
    private readonly double[]? _enteredBefore;
    private readonly double[]? _leftBefore;

    private RiskTable(SurvivalTimes data, int cause)
    {
        Rows = data.Count;
        var keys = new ulong[data.Count];
        double[]? weights = data.WeightArray is { } given ? (double[])given.Clone() : null;
        Fill(keys, data, cause);
        Sort(keys, weights);
        (Times, Events, EventRows, Censored) = Distinct(keys, weights);
        AtRisk = new double[Times.Length];
        if (data.EntryArray is null)
        {
            double left = 0;
            for (int i = Times.Length - 1; i >= 0; i--)
            {
                AtRisk[i] = left += Events[i] + Censored[i];
            }

            return;
        }

        (_entryTimes, _enteredBefore) = Entries(data.EntryArray, data.WeightArray);
        _leftBefore = new double[Times.Length + 1];
        for (int i = 0; i < Times.Length; i++)
        {
            _leftBefore[i + 1] = _leftBefore[i] + Events[i] + Censored[i];
        }

        int entry = 0;
        for (int i = 0; i < Times.Length; i++)
        {
            AtRisk[i] = Math.Max(Within(Times[i], ref entry, i), Events[i]);
        }
    }

    public int Rows { get; }

    /// <summary>Rising.</summary>
    public double[] Times { get; }

    public double[] AtRisk { get; }

    public double[] Events { get; }

    /// <summary>How many rows the events are, whatever they weigh.</summary>
    public int[] EventRows { get; }

    public double[] Censored { get; }

    /// <summary>Until when anyone was watched.</summary>
    public double End => Times.Length > 0 ? Times[^1] : 0;

    public static RiskTable Of(SurvivalTimes data, int cause = AnyCause) => new(data, cause);

    /// <summary>How many are left of those at risk at a time after some of them went: none rather than what rounding leaves.</summary>
    public double Left(int time, double gone)
    {
        double left = AtRisk[time] - gone;
        return left > Rounding * AtRisk[time] ? left : 0;
    }

    /// <summary>How many are at risk at each of many times.</summary>
    /// <param name="times">The times, rising; they need not be those of this table.</param>
    public double[] AtRiskAt(ReadOnlySpan<double> times)
    {
        double[] atRisk = new double[times.Length];
        int entry = 0;
        int own = 0;
        for (int i = 0; i < times.Length; i++)
        {
            while (own < Times.Length && Times[own] < times[i])
            {
                own++;
            }

            atRisk[i] = _entryTimes is not null ? Within(times[i], ref entry, own)
                : own < Times.Length ? AtRisk[own]
                : 0;
        }

        return atRisk;
    }

    private double Within(double time, ref int entry, int own)
    {
        while (entry < _entryTimes!.Length && _entryTimes[entry] < time)
        {
            entry++;
        }

        double within = _enteredBefore![entry] - _leftBefore![own];
        return within > Rounding * _enteredBefore[entry] ? within : 0;
    }

    // The bits of numbers above 0 are in the order of the numbers and leave the sign free: the lowest bit then says whether it was an event.
    private static void Fill(ulong[] keys, SurvivalTimes data, int cause)
    {
        ReadOnlySpan<double> exits = data.Exits;
        ReadOnlySpan<int> ends = data.Ends;
        for (int row = 0; row < keys.Length; row++)
        {
            keys[row] = (BitConverter.DoubleToUInt64Bits(exits[row]) << 1) | (SurvivalTimes.IsEvent(ends[row], cause) ? 1ul : 0);
        }
    }

    private static void Sort(ulong[] keys, double[]? weights)
    {
        if (weights is null)
        {
            PositiveSort.Sort(keys.AsSpan());
            return;
        }

        Array.Sort(keys, weights);
        for (int from = 0, to; from < keys.Length; from = to)
        {
            for (to = from + 1; to < keys.Length && keys[to] == keys[from]; to++)
            {
            }

            weights.AsSpan(from, to - from).Sort();
        }
    }

    private static (double[] Times, double[] Events, int[] EventRows, double[] Censored) Distinct(ulong[] keys, double[]? weights)
    {
        int count = 0;
        for (int i = 0; i < keys.Length; i++)
        {
            count += i == 0 || keys[i] >> 1 != keys[i - 1] >> 1 ? 1 : 0;
        }

        double[] times = new double[count];
        double[] events = new double[count];
        int[] eventRows = new int[count];
        double[] censored = new double[count];
        int at = -1;
        for (int i = 0; i < keys.Length; i++)
        {
            if (i == 0 || keys[i] >> 1 != keys[i - 1] >> 1)
            {
                times[++at] = BitConverter.UInt64BitsToDouble(keys[i] >> 1);
            }

            double weight = weights is null ? 1 : weights[i];
            if ((keys[i] & 1) != 0)
            {
                events[at] += weight;
                eventRows[at]++;
            }
            else
            {
                censored[at] += weight;
            }
        }

        return (times, events, eventRows, censored);
    }

    private static (double[] Times, double[] Before) Entries(double[] entries, double[]? weights)
    {
        double[] times = Array.ConvertAll(entries, static entry => entry + 0.0);
        double[]? counts = (double[]?)weights?.Clone();
        ulong[] keys = Array.ConvertAll(times, BitConverter.DoubleToUInt64Bits);
        Sort(keys, counts);
        double[] before = new double[keys.Length + 1];
        for (int i = 0; i < keys.Length; i++)
        {
            times[i] = BitConverter.UInt64BitsToDouble(keys[i]);
            before[i + 1] = before[i] + (counts is null ? 1 : counts[i]);
        }

        return (times, before);
    }
}
