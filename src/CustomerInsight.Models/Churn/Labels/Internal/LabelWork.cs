namespace CustomerInsight.Models;

/// <summary>Labels customers by what they did.</summary>
internal sealed class LabelWork
{
    private readonly LabelOptions _options;
    private readonly string[] _types;
    private readonly bool[] _isEvent;
    private readonly bool[] _isEligible;

    public LabelWork(LabelOptions options)
    {
        _options = options;
        _types = [.. options.EventTypes.Concat(options.EligibleTypes).Distinct(StringComparer.Ordinal)];
        _isEvent = Array.ConvertAll(_types, options.EventTypes.Contains);
        _isEligible = Array.ConvertAll(_types, options.EligibleTypes.Contains);
    }

    /// <summary>The types of activity to tell apart.</summary>
    public IReadOnlyList<string> Types => _types;

    public CustomerLabels[] Do(ActivityReader reader, IReadOnlyList<DateTimeOffset> cutOffs, DateTimeOffset observedUntil, ParallelOptions parallel)
    {
        ArgumentNullException.ThrowIfNull(cutOffs);
        LabelWindow[] windows = [.. cutOffs.Select(cutOff => LabelWindow.Of(cutOff, _options.GapDays, _options.HorizonDays, observedUntil))];
        LabelRow[][][] parts = FixedChunks.Run(reader.Customers, ActivityReader.ChunkLength, parallel, (from, to) => Label(reader, from, to, windows));
        return [.. windows.Select((window, number) => Join(reader, window, [.. parts.SelectMany(part => part[number])]))];
    }

    private CustomerLabels Join(ActivityReader reader, in LabelWindow window, LabelRow[] rows)
    {
        LabelRow[] labelled = Array.FindAll(rows, static row => row.Exclusion is null);
        return new CustomerLabels(
            window.CutOff,
            window.Start,
            window.End,
            Array.ConvertAll(labelled, row => reader.NameOf(row.Customer)),
            Array.ConvertAll(labelled, static row => row.Label),
            rows.Length,
            Array.ConvertAll(rows, static row => row.Exclusion))
        {
            Target = _options.Target,
            EventTypes = CustomerLabels.EventTypesOf(_options.EventTypes),
        };
    }

    private LabelRow[][] Label(ActivityReader reader, int from, int to, LabelWindow[] windows)
    {
        var rows = new LabelRow[windows.Length][];
        var buffer = new ActivityBuffer();
        var found = new List<LabelRow>[windows.Length];
        for (int window = 0; window < windows.Length; window++)
        {
            found[window] = new List<LabelRow>(to - from);
        }

        for (int customer = from; customer < to; customer++)
        {
            ReadOnlySpan<ActivityMoment> moments = reader.Read(customer, buffer);
            for (int window = 0; window < windows.Length; window++)
            {
                // Who did nothing at all by then, the log does not know yet.
                if (moments.Length > 0 && moments[0].Ticks <= windows[window].CutOffTicks)
                {
                    found[window].Add(Label(customer, moments, windows[window]));
                }
            }
        }

        for (int window = 0; window < windows.Length; window++)
        {
            rows[window] = [.. found[window]];
        }

        return rows;
    }

    private LabelRow Label(int customer, ReadOnlySpan<ActivityMoment> moments, in LabelWindow window)
    {
        int activities = 0;
        long first = 0;
        long last = 0;
        bool happens = false;
        foreach (ref readonly ActivityMoment moment in moments)
        {
            if (moment.Type < 0 || moment.IsRefund || (moment.IsFree && !_options.KeepZeroAmounts))
            {
                continue;
            }

            if (moment.Ticks <= window.CutOffTicks && _isEligible[moment.Type])
            {
                first = activities++ == 0 ? moment.Ticks : first;
                last = moment.Ticks;
            }

            happens |= _isEvent[moment.Type] && window.Has(moment.Ticks);
        }

        LabelExclusion? exclusion = activities == 0 ? LabelExclusion.NeverActive
            : activities < _options.MinimumActivities ? LabelExclusion.TooFewActivities
            : window.CutOffTicks - first < _options.MinimumTenureDays * TimeSpan.TicksPerDay ? LabelExclusion.TooNew
            : _options.ActiveWithinDays is int days && window.CutOffTicks - last > days * TimeSpan.TicksPerDay ? LabelExclusion.Inactive
            : !window.IsObserved ? LabelExclusion.NotObserved
            : null;
        return new LabelRow(customer, happens == (_options.Target == LabelTarget.Event), exclusion);
    }
}
