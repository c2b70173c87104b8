namespace CustomerInsight.Models;

public sealed partial class LifecycleResult
{
    /// <summary>Counts the customers of each state as they are now: those of whom no activity is known are in the machine's start.</summary>
    /// <returns>The counts. To compare moments, take those of <see cref="Census(DateTimeOffset)"/> or <see cref="Trend"/> for all of them.</returns>
    public LifecycleCensus Census()
    {
        int[] counts = new int[Machine.States.Count];
        for (int customer = 0; customer < _names.Length; customer++)
        {
            counts[StateNow(customer)]++;
        }

        return CensusOf(AsOf, counts);
    }

    /// <summary>Counts the customers of each state at a moment.</summary>
    /// <param name="moment">The moment, at most <see cref="AsOf"/>.</param>
    /// <returns>
    /// The counts. Customers of whom no activity is known are not seen at any moment, at <see cref="AsOf"/> neither, since nobody knows since when they are customers:
    /// so counts of several moments can be compared.
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="moment"/> is after the as-of moment, of which nothing is known.</exception>
    public LifecycleCensus Census(DateTimeOffset moment)
    {
        int[] counts = new int[Machine.States.Count + 1];
        foreach (short state in StatesAt(Known(moment)))
        {
            counts[state < 0 ? ^1 : state]++;
        }

        return CensusOf(moment, counts);
    }

    /// <summary>Counts the customers of each state at several moments.</summary>
    /// <param name="moments">The moments, in any order, each at most <see cref="AsOf"/>.</param>
    /// <returns>The counts, in the order of the moments. Customers of whom no activity is known are not seen at any.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A moment is after the as-of moment, of which nothing is known.</exception>
    public LifecycleTrend Trend(params ReadOnlySpan<DateTimeOffset> moments)
    {
        var censuses = new LifecycleCensus[moments.Length];
        for (int i = 0; i < censuses.Length; i++)
        {
            censuses[i] = Census(moments[i]);
        }

        return new LifecycleTrend(ValueList.Create<LifecycleCensus>(censuses));
    }

    /// <summary>Counts how often customers went from each state to each other.</summary>
    /// <param name="after">Only what happened after this moment; null for all.</param>
    /// <param name="until">Only what happened until this moment; null for all.</param>
    /// <returns>The matrix. Entries into a first state count as entered, not as transitions.</returns>
    public LifecycleTransitions Transitions(DateTimeOffset? after = null, DateTimeOffset? until = null)
    {
        int states = Machine.States.Count;
        int[] counts = new int[states * states];
        int[] entered = new int[states];
        long first = after?.UtcTicks ?? -1;
        long last = until?.UtcTicks ?? long.MaxValue;
        for (int customer = 0; customer < _names.Length; customer++)
        {
            int start = _paths.Starts[customer];
            for (int step = start; step < _paths.Starts[customer + 1]; step++)
            {
                if (_paths.Since[step] > first && _paths.Since[step] <= last)
                {
                    int to = _paths.States[step];
                    ref int count = ref step == start ? ref entered[to] : ref counts[(_paths.States[step - 1] * states) + to];
                    count++;
                }
            }
        }

        return new LifecycleTransitions(StateNames, ValueList.Create<int>(counts), ValueList.Create<int>(entered));
    }

    /// <summary>Finds how long customers stay in each state.</summary>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>All states in the machine's order. Customers of whom no activity is known are left out.</returns>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    /// <remarks>O(n log n) in the number of visits, on several threads.</remarks>
    public ValueList<LifecycleDwell> DwellTimes(CancellationToken cancellationToken = default)
    {
        ParallelOptions parallel = FixedChunks.Parallel(_threads, cancellationToken);
        DwellTimes[][] parts = FixedChunks.Run(_names.Length, ActivityReader.ChunkLength, parallel, Dwells);
        return ValueList.Create<LifecycleDwell>(FixedChunks.Run(Machine.States.Count, 1, parallel, (state, _) =>
        {
            var all = new DwellTimes();
            foreach (DwellTimes[] part in parts)
            {
                all.Add(part[state]);
            }

            return all.Of(Machine.States[state].Name);
        }));
    }

    /// <summary>Finds where customers went between two moments.</summary>
    /// <param name="from">The earlier moment.</param>
    /// <param name="to">The later moment, at most <see cref="AsOf"/>.</param>
    /// <returns>The flow. Customers of whom no activity is known are not in it.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="to"/> is not after <paramref name="from"/>, or is after the as-of moment, of which nothing is known.</exception>
    public LifecycleFlow Flow(DateTimeOffset from, DateTimeOffset to)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(to, from);
        return FlowOf(from, StatesAt(Known(from)), to, StatesAt(Known(to)));
    }

    /// <summary>Finds how customers moved between several moments, as the nodes and bands of a Sankey diagram.</summary>
    /// <param name="moments">The moments, rising: at least two, the last at most <see cref="AsOf"/>.</param>
    /// <returns>The diagram. Customers not seen by the last moment are not in it, nor are those of whom no activity is known.</returns>
    /// <exception cref="ArgumentException">There are fewer than two moments, they do not rise, or one is after the as-of moment.</exception>
    public LifecycleSankey Sankey(params ReadOnlySpan<DateTimeOffset> moments)
    {
        if (moments.Length < 2)
        {
            throw new ArgumentException(FormattableString.Invariant($"There are {moments.Length} moments. Give at least two, to see who went where between them."), nameof(moments));
        }

        var flows = new LifecycleFlow[moments.Length - 1];
        short[] before = StatesAt(Known(moments[0]));
        for (int i = 0; i < flows.Length; i++)
        {
            if (moments[i + 1] <= moments[i])
            {
                throw new ArgumentException(FormattableString.Invariant($"Moment {i + 2} is not after moment {i + 1}. Give them in rising order."), nameof(moments));
            }

            short[] after = StatesAt(Known(moments[i + 1]));
            flows[i] = FlowOf(moments[i], before, moments[i + 1], after);
            before = after;
        }

        return LifecycleSankey.Of(ValueList.Create<LifecycleFlow>(flows));
    }

    /// <summary>Writes the result for a person.</summary>
    /// <returns>How many customers are in which state, and how long customers stay in each; no personal data.</returns>
    public string Describe() => Census().Describe() + string.Concat(DwellTimes().Where(static dwell => dwell.Visits > 0).Select(static dwell => dwell.Describe() + Environment.NewLine));

    /// <summary>Draws how many customers are in which state.</summary>
    /// <returns>A Vega-Lite v5 specification, JSON, with its data inside.</returns>
    public string ToVegaLite() => Census().ToVegaLite();

    private ValueList<string> StateNames => ValueList.From(Machine.States.Select(static state => state.Name));

    private short StateNow(int customer)
    {
        int end = _paths.Starts[customer + 1];
        return end == _paths.Starts[customer] ? (short)Machine.PlaceOf(Machine.Start) : _paths.States[end - 1];
    }

    private DateTimeOffset Known(DateTimeOffset moment) => moment <= (AsOf ?? DateTimeOffset.MaxValue)
        ? moment
        : throw new ArgumentOutOfRangeException(nameof(moment), moment, "The moment is after the as-of moment, and nothing is known of what happens then. Give an earlier one.");

    /// <summary>The state of each customer at a moment; −1 for one not seen by then.</summary>
    private short[] StatesAt(DateTimeOffset moment)
    {
        long ticks = moment.UtcTicks;
        short[] states = new short[_names.Length];
        for (int customer = 0; customer < states.Length; customer++)
        {
            int step = _paths.StepAt(customer, ticks);
            states[customer] = step < 0 ? (short)-1 : _paths.States[step];
        }

        return states;
    }

    private LifecycleCensus CensusOf(DateTimeOffset? at, int[] counts)
    {
        int all = counts.AsSpan(0, Machine.States.Count).ToArray().Sum();
        return new LifecycleCensus(
            at,
            ValueList.From(Machine.States.Select((state, place) => new LifecycleStateCount(state.Name, counts[place], all == 0 ? 0 : (double)counts[place] / all))),
            _names.Length - all);
    }

    private LifecycleFlow FlowOf(DateTimeOffset from, short[] before, DateTimeOffset to, short[] after)
    {
        int states = Machine.States.Count;
        int[] counts = new int[(states + 1) * states];
        for (int customer = 0; customer < before.Length; customer++)
        {
            if (after[customer] >= 0)
            {
                counts[((before[customer] < 0 ? states : before[customer]) * states) + after[customer]]++;
            }
        }

        return new LifecycleFlow(from, to, StateNames, ValueList.Create<int>(counts));
    }

    private DwellTimes[] Dwells(int from, int to)
    {
        DwellTimes[] dwells = [.. Machine.States.Select(static _ => new DwellTimes())];
        long now = AsOf?.UtcTicks ?? 0;
        for (int customer = from; customer < to; customer++)
        {
            int end = _paths.Starts[customer + 1];
            for (int step = _paths.Starts[customer]; step < end; step++)
            {
                bool completed = step + 1 < end;
                dwells[_paths.States[step]].Add((completed ? _paths.Since[step + 1] : now) - _paths.Since[step], completed);
            }
        }

        return dwells;
    }
}
