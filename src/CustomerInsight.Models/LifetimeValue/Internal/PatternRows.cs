using System.Runtime.Intrinsics;

namespace CustomerInsight.Models;

/// <summary>Counted patterns as columns to be read by eight, with the customers of each number of repeats; rows that fill up the last eight count for nobody.</summary>
internal sealed class PatternRows
{
    private readonly double[] _repeats;
    private readonly double[] _active;
    private readonly double[] _tenure;
    private readonly double[] _counts;

    /// <param name="patterns">The patterns, in canonical order.</param>
    /// <param name="daysPerTime">How many days a unit of time has.</param>
    public PatternRows(PatternCounts patterns, double daysPerTime)
    {
        Groups = (patterns.Length + Lanes.Count - 1) / Lanes.Count;
        _repeats = new double[Groups * Lanes.Count];
        _active = new double[_repeats.Length];
        _tenure = new double[_repeats.Length];
        _counts = new double[_repeats.Length];
        var byRepeats = new List<(int Repeats, double Customers)>();
        for (int i = 0; i < patterns.Length; i++)
        {
            int repeats = patterns.Repeats[i];
            int count = patterns.Counts[i];
            (_repeats[i], _active[i], _tenure[i], _counts[i]) = (repeats, patterns.ActiveDays[i] / daysPerTime, patterns.TenureDays[i] / daysPerTime, count);
            if (byRepeats.Count > 0 && byRepeats[^1].Repeats == repeats)
            {
                byRepeats[^1] = (repeats, byRepeats[^1].Customers + count);
            }
            else
            {
                byRepeats.Add((repeats, count));
            }
        }

        Customers = patterns.Customers;
        CustomersByRepeats = byRepeats;
    }

    /// <summary>How many times eight rows there are.</summary>
    public int Groups { get; }

    public double Customers { get; }

    /// <summary>How many customers made so many repeats, in rising order.</summary>
    public IReadOnlyList<(int Repeats, double Customers)> CustomersByRepeats { get; }

    public Vector512<double> Repeats(int group) => Vector512.Create(_repeats, group * Lanes.Count);

    public Vector512<double> Active(int group) => Vector512.Create(_active, group * Lanes.Count);

    public Vector512<double> Tenure(int group) => Vector512.Create(_tenure, group * Lanes.Count);

    public Vector512<double> Counts(int group) => Vector512.Create(_counts, group * Lanes.Count);
}
