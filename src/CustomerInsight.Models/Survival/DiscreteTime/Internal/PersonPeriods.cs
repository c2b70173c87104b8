namespace CustomerInsight.Models;

/// <summary>Rows of customers as a row for each period that they were watched.</summary>
internal sealed class PersonPeriods
{
    // Of a period: what quotients of times by lengths are off by rounding.
    private const double Rounding = 1e-9;

    // Times by the second reach that far in some months.
    private const int MostPeriods = 10_000_000;

    private readonly SurvivalData _data;
    private readonly int[] _firsts;
    private readonly int[] _lasts;
    private readonly bool[] _events;

    public PersonPeriods(SurvivalData data, double length, int cause)
    {
        _data = data;
        int rows = data.Times.Count;
        (_firsts, _lasts, _events) = (new int[rows], new int[rows], new bool[rows]);
        double[] starts = Starts(data);
        for (int row = 0; row < rows; row++)
        {
            _events[row] = SurvivalTimes.IsEvent(data.Times.EndArray[row], cause);
            double entry = Whole((data.Times.EntryArray?[row] ?? 0) / length);
            double start = Whole(starts[row] / length);
            double exit = Whole(data.Times.ExitArray[row] / length);

            // An event is in the period it fell into; one without counts up to the last period that was watched to its end.
            double last = _events[row] ? Math.Ceiling(exit) : Math.Floor(exit);
            if (last > MostPeriods)
            {
                throw new ArgumentException(FormattableString.Invariant($"Row {row} has {last:G4} periods, above {MostPeriods:N0}. Check the unit of the times, or give longer periods."), nameof(data));
            }

            // A period that stretches before this one were watched for from its beginning is this one's where it ends, or the event comes, in this one.
            (_firsts[row], _lasts[row]) = (Math.Max((int)Math.Floor(entry), (int)Math.Ceiling(start)) + 1, (int)last);
            bool counts = _lasts[row] >= _firsts[row];
            Count += counts ? _lasts[row] - _firsts[row] + 1 : 0;
            Events += _events[row] && counts ? 1 : 0;
            EventsNotCounted += _events[row] && !counts ? 1 : 0;
            Last = Math.Max(Last, _lasts[row]);
            if (Count * Math.Max(1, data.Features.Columns.Count) > Array.MaxLength)
            {
                throw new ArgumentException(FormattableString.Invariant($"The periods of all rows × {data.Features.Columns.Count} features are more than the {Array.MaxLength} numbers a matrix holds. Check the unit of the times, give longer periods, or a sample of the customers."), nameof(data));
            }
        }
    }

    /// <summary>Gets how many rows there are in all.</summary>
    public long Count { get; }

    /// <summary>Gets how many of them hold an event.</summary>
    public int Events { get; }

    /// <summary>Gets how many events are of rows that were not watched from the beginning of the event's period on.</summary>
    public int EventsNotCounted { get; }

    /// <summary>Gets the last period in which anyone was watched.</summary>
    public int Last { get; }

    /// <summary>How many rows are in each period, and how many of them hold an event.</summary>
    public (int[] AtRisk, int[] Events) ByPeriod()
    {
        int[] atRisk = new int[Last];
        int[] events = new int[Last];
        int[] changes = new int[Last + 1];
        for (int row = 0; row < _firsts.Length; row++)
        {
            if (_lasts[row] >= _firsts[row])
            {
                changes[_firsts[row] - 1]++;
                changes[_lasts[row]]--;
                events[_lasts[row] - 1] += _events[row] ? 1 : 0;
            }
        }

        int sum = 0;
        for (int period = 0; period < Last; period++)
        {
            atRisk[period] = sum += changes[period];
        }

        return (atRisk, events);
    }

    public ClassificationData Expand(PeriodBaseline baseline)
    {
        int features = _data.Features.Columns.Count;
        int columns = features + baseline.Columns.Count;
        if (Count * columns > Array.MaxLength)
        {
            throw new ArgumentException(FormattableString.Invariant($"{Count} rows of periods × {columns} columns are more than the {Array.MaxLength} numbers a matrix holds. Give a sample of the customers, or longer periods."), nameof(baseline));
        }

        double[] values = new double[Count * columns];
        bool[] labels = new bool[Count];
        double[]? weights = _data.Times.WeightArray is null ? null : new double[Count];
        int at = 0;
        for (int row = 0; row < _firsts.Length; row++)
        {
            for (int period = _firsts[row]; period <= _lasts[row]; period++, at++)
            {
                Span<double> own = values.AsSpan(at * columns, columns);
                _data.Features.Row(row).CopyTo(own);
                baseline.Fill(period, own[features..]);
                labels[at] = _events[row] && period == _lasts[row];
                if (weights is not null)
                {
                    weights[at] = _data.Times.WeightArray![row];
                }
            }
        }

        return ClassificationData.Create(FeatureMatrix.Create([.. _data.Features.Columns, .. baseline.Columns], values), labels, weights);
    }

    // Since when the life of each row was watched without a gap: of stretches that join within a cluster, the entry of the first.
    private static double[] Starts(SurvivalData data)
    {
        SurvivalTimes times = data.Times;
        double[] starts = times.EntryArray is { } entries ? (double[])entries.Clone() : new double[times.Count];
        if (times.EntryArray is null || data.ClusterArray is not { } clusters)
        {
            return starts;
        }

        var joining = new Dictionary<(int Cluster, double Exit), double>();
        foreach (int row in Enumerable.Range(0, times.Count).OrderBy(row => times.EntryArray[row]))
        {
            if (joining.TryGetValue((clusters[row], starts[row]), out double start))
            {
                starts[row] = start;
            }

            (int, double) end = (clusters[row], times.ExitArray[row]);
            if (times.EndArray[row] == SurvivalTimes.Censored && (!joining.TryGetValue(end, out double earlier) || starts[row] < earlier))
            {
                joining[end] = starts[row];
            }
        }

        return starts;
    }

    internal static double Whole(double periods)
    {
        double nearest = Math.Round(periods);
        return Math.Abs(periods - nearest) <= Rounding * Math.Max(1, nearest) ? nearest : periods;
    }
}
