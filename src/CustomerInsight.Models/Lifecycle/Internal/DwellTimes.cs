namespace CustomerInsight.Models;

/// <summary>The lengths of visits to a state, some of them not over yet.</summary>
internal sealed class DwellTimes
{
    private readonly List<long> _completed = [];
    private readonly List<long> _open = [];

    public void Add(long ticks, bool completed) => (completed ? _completed : _open).Add(ticks);

    public void Add(DwellTimes other)
    {
        _completed.AddRange(other._completed);
        _open.AddRange(other._open);
    }

    public LifecycleDwell Of(string state)
    {
        _completed.Sort();
        _open.Sort();
        double?[] quartiles = Quantiles([0.75, 0.5, 0.25]);
        double? mean = _completed.Count == 0 ? null : _completed.Sum(static ticks => (double)ticks) / _completed.Count / TimeSpan.TicksPerDay;
        return new LifecycleDwell(state, _completed.Count + _open.Count, _completed.Count, _open.Count, mean, quartiles[0], quartiles[1], quartiles[2]);
    }

    /// <summary>After which days the share that lasts has fallen below each of some falling levels.</summary>
    private double?[] Quantiles(ReadOnlySpan<double> levels)
    {
        // What rounding may leave of a share that is exactly a level.
        const double Tolerance = 1e-12;
        double?[] days = new double?[levels.Length];
        double lasting = 1;
        long atRisk = _completed.Count + _open.Count;
        int open = 0;
        int level = 0;
        double? reached = null;
        for (int i = 0; i < _completed.Count && level < levels.Length;)
        {
            long ticks = _completed[i];
            int ended = 1;
            while (i + ended < _completed.Count && _completed[i + ended] == ticks)
            {
                ended++;
            }

            // A visit open for just as long was still going on.
            int openBefore = open;
            while (open < _open.Count && _open[open] < ticks)
            {
                open++;
            }

            atRisk -= open - openBefore;
            lasting *= 1 - ((double)ended / atRisk);
            atRisk -= ended;
            i += ended;
            double now = (double)ticks / TimeSpan.TicksPerDay;
            while (level < levels.Length && lasting < levels[level] - Tolerance)
            {
                days[level++] = reached is double since ? (since + now) / 2 : now;
                reached = null;
            }

            if (level < levels.Length && reached is null && lasting <= levels[level] + Tolerance)
            {
                reached = now;
            }
        }

        // The curve stays on a level to its end, which is that of the longest visit still open.
        if (reached is double last)
        {
            days[level] = (last + ((double)_open[^1] / TimeSpan.TicksPerDay)) / 2;
        }

        return days;
    }
}
