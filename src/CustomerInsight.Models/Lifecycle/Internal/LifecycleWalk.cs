namespace CustomerInsight.Models;

/// <summary>Walks one customer after the other through a machine.</summary>
internal sealed class LifecycleWalk
{
    private readonly MachineSteps _machine;
    private readonly LocalDays? _days;
    private readonly bool _keepZeroAmounts;
    private readonly ActivityTrack[] _tracks;
    private readonly bool[] _noted;
    private readonly List<int> _lengths = [];
    private readonly List<short> _states = [];
    private readonly List<long> _since = [];
    private readonly List<short> _via = [];
    private readonly List<short> _nextVia = [];
    private readonly List<long> _nextAt = [];
    private int _first;

    // When the present state was entered: later than its step began where a state was left and entered again in one moment.
    private long _entered;

    public LifecycleWalk(MachineSteps machine, LocalDays? days, bool keepZeroAmounts)
    {
        _machine = machine;
        _days = days;
        _keepZeroAmounts = keepZeroAmounts;
        _tracks = [.. Enumerable.Range(0, machine.Types.Count + 1).Select(static _ => new ActivityTrack())];
        _noted = new bool[_tracks.Length];
    }

    public int WithoutActivity { get; private set; }

    public long Refunds { get; private set; }

    public long ZeroAmounts { get; private set; }

    public long SameDay { get; private set; }

    public void Add(ReadOnlySpan<ActivityMoment> moments, long asOf)
    {
        foreach (ActivityTrack track in _tracks)
        {
            track.Clear();
        }

        _first = _states.Count;
        if (moments.Length == 0)
        {
            WithoutActivity++;
            Finish(-1, 0);
            return;
        }

        Push(_machine.Start, moments[0].Ticks, -1);
        foreach (ref readonly ActivityMoment moment in moments)
        {
            // What falls due at this very moment waits: the activity comes first.
            Pass(moment.Ticks - 1);
            if (Note(in moment) && Step() is MachineStep step)
            {
                Push(step.To, moment.Ticks, step.Transition);
            }
        }

        (short next, long at) = Pass(asOf);
        Finish(next, at);
    }

    public static LifecyclePaths Join(LifecycleWalk[] walks)
    {
        int[] starts = new int[walks.Sum(static walk => walk._lengths.Count) + 1];
        int customer = 0;
        foreach (LifecycleWalk walk in walks)
        {
            foreach (int length in walk._lengths)
            {
                starts[customer + 1] = starts[customer] + length;
                customer++;
            }
        }

        return new LifecyclePaths(
            starts,
            Together(walks, static walk => walk._states),
            Together(walks, static walk => walk._since),
            Together(walks, static walk => walk._via),
            Together(walks, static walk => walk._nextVia),
            Together(walks, static walk => walk._nextAt));
    }

    private static T[] Together<T>(LifecycleWalk[] walks, Func<LifecycleWalk, List<T>> list)
    {
        var all = new T[walks.Sum(walk => list(walk).Count)];
        int at = 0;
        foreach (LifecycleWalk walk in walks)
        {
            list(walk).CopyTo(all, at);
            at += list(walk).Count;
        }

        return all;
    }

    private void Finish(short next, long at)
    {
        _lengths.Add(_states.Count - _first);
        _nextVia.Add(next);
        _nextAt.Add(at);
    }

    /// <summary>Lets time pass up to and with a moment, and says what would come after it.</summary>
    private (short Via, long At) Pass(long until)
    {
        while (Due(out MachineStep step) is long due)
        {
            if (due > until)
            {
                return (step.Transition, due);
            }

            Push(step.To, due, step.Transition);
        }

        return (-1, 0);
    }

    private long? Due(out MachineStep first)
    {
        long? earliest = null;
        first = default;
        foreach (ref readonly MachineStep step in _machine.OnTime[_states[^1]].AsSpan())
        {
            if (step.Track >= 0 && _tracks[step.Track].Count == 0)
            {
                continue;
            }

            long due = step.Track < 0 ? _entered + step.Ticks : Math.Max(_entered, _tracks[step.Track].EndOf(in step));
            if (earliest is null || due < earliest)
            {
                (earliest, first) = (due, step);
            }
        }

        return earliest;
    }

    private MachineStep? Step()
    {
        foreach (ref readonly MachineStep step in _machine.OnActivity[_states[^1]].AsSpan())
        {
            if (_noted[step.Track] && (step.Count == 1 || _tracks[step.Track].Has(step.Count, step.Ticks)))
            {
                return step;
            }
        }

        return null;
    }

    /// <summary>Notes an activity on its tracks; false where it counts on none.</summary>
    private bool Note(in ActivityMoment moment)
    {
        Array.Clear(_noted);
        if (moment.IsRefund)
        {
            Refunds++;
            return false;
        }

        if (moment.IsFree && !_keepZeroAmounts)
        {
            ZeroAmounts++;
            return false;
        }

        int day = _days is null ? -1 : _days.DayOf(moment.Ticks);
        int any = _tracks.Length - 1;
        _noted[any] = _tracks[any].Note(moment.Ticks, day);
        if (moment.Type >= 0)
        {
            _noted[moment.Type] = _tracks[moment.Type].Note(moment.Ticks, day);
            SameDay += _noted[moment.Type] ? 0 : 1;
            return _noted[any] || _noted[moment.Type];
        }

        return _noted[any];
    }

    private void Push(short state, long ticks, short via)
    {
        _entered = ticks;

        // A state left in the moment it was entered leaves no trace.
        int last = _states.Count - 1;
        if (last >= _first && _since[last] == ticks)
        {
            _states.RemoveAt(last);
            _since.RemoveAt(last);
            _via.RemoveAt(last);
            last--;
        }

        if (last < _first || _states[last] != state)
        {
            _states.Add(state);
            _since.Add(ticks);
            _via.Add(via);
        }
    }
}
