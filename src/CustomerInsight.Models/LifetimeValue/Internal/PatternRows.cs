using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace CustomerInsight.Models;

/// <summary>Counted patterns read by eight, with the customers of each number of repeats; lanes after the last row count for nobody.</summary>
internal sealed class PatternRows
{
    private readonly PatternCounts _patterns;
    private readonly int _whole;
    private readonly int[] _lastRepeats = new int[Lanes.Count];
    private readonly double[] _lastActive = new double[Lanes.Count];
    private readonly double[] _lastTenure = new double[Lanes.Count];
    private readonly int[] _lastCounts = new int[Lanes.Count];

    /// <param name="patterns">The patterns, in canonical order.</param>
    public PatternRows(PatternCounts patterns)
    {
        _patterns = patterns;
        _whole = patterns.Length / Lanes.Count;
        int last = _whole * Lanes.Count;
        Groups = _whole + (patterns.Length > last ? 1 : 0);
        patterns.Repeats[last..].CopyTo(_lastRepeats);
        patterns.ActiveDays[last..].CopyTo(_lastActive);
        patterns.TenureDays[last..].CopyTo(_lastTenure);
        patterns.Counts[last..].CopyTo(_lastCounts);
        CustomersByRepeats = CountByRepeats(patterns);
    }

    /// <summary>How many times eight rows there are.</summary>
    public int Groups { get; }

    public double Customers => _patterns.Customers;

    /// <summary>How many customers made so many repeats, in rising order.</summary>
    public IReadOnlyList<(int Repeats, double Customers)> CustomersByRepeats { get; }

    public Vector512<double> Repeats(int group) => Read(_patterns.Repeats, _lastRepeats, group);

    public Vector512<double> ActiveDays(int group) => Read(_patterns.ActiveDays, _lastActive, group);

    public Vector512<double> TenureDays(int group) => Read(_patterns.TenureDays, _lastTenure, group);

    public Vector512<double> Counts(int group) => Read(_patterns.Counts, _lastCounts, group);

    private static List<(int Repeats, double Customers)> CountByRepeats(PatternCounts patterns)
    {
        var counts = new List<(int Repeats, double Customers)>();
        double customers = 0;
        for (int i = 0; i < patterns.Length; i++)
        {
            customers += patterns.Counts[i];
            if (i + 1 == patterns.Length || patterns.Repeats[i + 1] != patterns.Repeats[i])
            {
                counts.Add((patterns.Repeats[i], customers));
                customers = 0;
            }
        }

        return counts;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Vector512<double> Read(ReadOnlySpan<double> column, double[] last, int group) =>
        group < _whole ? Vector512.Create(column[(group * Lanes.Count)..]) : Vector512.Create(last);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Vector512<double> Read(ReadOnlySpan<int> column, int[] last, int group)
    {
        Vector256<int> values = group < _whole ? Vector256.Create(column[(group * Lanes.Count)..]) : Vector256.Create(last);
        return Vector512.ConvertToDouble(Vector512.Create(Vector256.WidenLower(values), Vector256.WidenUpper(values)));
    }
}
