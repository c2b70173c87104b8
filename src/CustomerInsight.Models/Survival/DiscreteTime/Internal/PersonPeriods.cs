namespace CustomerInsight.Models;

/// <summary>Rows of customers as a row for each period that they were watched.</summary>
internal sealed class PersonPeriods
{
    // Of a period: what quotients of times by lengths are off by rounding.
    private const double Rounding = 1e-9;

    private readonly SurvivalData _data;
    private readonly int[] _firsts;
    private readonly int[] _lasts;
    private readonly bool[] _events;

    public PersonPeriods(SurvivalData data, double length, int cause)
    {
        _data = data;
        int rows = data.Times.Count;
        (_firsts, _lasts, _events) = (new int[rows], new int[rows], new bool[rows]);
        for (int row = 0; row < rows; row++)
        {
            _events[row] = AftRows.IsEvent(data.Times.EndArray[row], cause);
            double entry = Whole(data.Times.EntryArray is { } entries ? entries[row] / length : 0);
            double exit = Whole(data.Times.ExitArray[row] / length);

            // An event is in the period it fell into; one without counts up to the last period that was watched to its end.
            double last = _events[row] ? Math.Ceiling(exit) : Math.Floor(exit);
            if (last > int.MaxValue / 2)
            {
                throw new ArgumentException(FormattableString.Invariant($"Row {row} has {last:G4} periods. Check the unit of the times, or give longer periods."), nameof(data));
            }

            (_firsts[row], _lasts[row]) = ((int)Math.Ceiling(entry) + 1, (int)last);
            Count += Math.Max(0, _lasts[row] - _firsts[row] + 1);
            Events += _events[row] && _lasts[row] >= _firsts[row] ? 1 : 0;
            Last = Math.Max(Last, _lasts[row]);
        }
    }

    /// <summary>Gets how many rows there are in all.</summary>
    public long Count { get; }

    /// <summary>Gets how many of them hold an event.</summary>
    public int Events { get; }

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

    internal static double Whole(double periods)
    {
        double nearest = Math.Round(periods);
        return Math.Abs(periods - nearest) <= Rounding * Math.Max(1, nearest) ? nearest : periods;
    }
}
