using System.Runtime.Intrinsics;

namespace CustomerInsight.Models;

/// <summary>Up to eight patterns side by side, in a unit of time; lanes without one hold the pattern of a customer who came just now.</summary>
internal readonly ref struct PatternLanes
{
    private PatternLanes(Vector512<double> repeats, Vector512<double> active, Vector512<double> tenure) => (Repeats, Active, Tenure) = (repeats, active, tenure);

    public Vector512<double> Repeats { get; }

    public Vector512<double> Active { get; }

    public Vector512<double> Tenure { get; }

    /// <exception cref="ArgumentException">A pattern is not valid.</exception>
    public static PatternLanes From(ReadOnlySpan<RepeatPattern> patterns, int first, TimeUnit unit)
    {
        Span<double> repeats = stackalloc double[Lanes.Count];
        Span<double> active = stackalloc double[Lanes.Count];
        Span<double> tenure = stackalloc double[Lanes.Count];
        int count = Math.Min(Lanes.Count, patterns.Length - first);
        for (int lane = 0; lane < count; lane++)
        {
            RepeatPattern pattern = patterns[first + lane];
            pattern.ThrowIfInvalid(nameof(patterns));
            repeats[lane] = pattern.Repeats;
            active[lane] = pattern.ActiveDays;
            tenure[lane] = pattern.TenureDays;
        }

        var days = Vector512.Create(unit.Days());
        return new PatternLanes(Vector512.Create<double>(repeats), Vector512.Create<double>(active) / days, Vector512.Create<double>(tenure) / days);
    }

    public static Vector512<double> Read(ReadOnlySpan<double> values, int first)
    {
        Span<double> eight = stackalloc double[Lanes.Count];
        values[first..Math.Min(values.Length, first + Lanes.Count)].CopyTo(eight);
        return Vector512.Create<double>(eight);
    }

    public static void Store(Vector512<double> values, Span<double> results, int first)
    {
        for (int lane = 0; lane < Lanes.Count && first + lane < results.Length; lane++)
        {
            results[first + lane] = values[lane];
        }
    }
}
