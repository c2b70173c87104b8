using System.Runtime.InteropServices;

namespace CustomerInsight.Models;

/// <summary>Patterns in canonical order, as columns, equal ones counted once with a weight: a million customers are often a few thousand patterns.</summary>
/// <remarks>The order is that of repeats, then of the active time, then of the tenure.</remarks>
internal sealed class PatternCounts
{
    private readonly int[] _repeats;
    private readonly double[] _active;
    private readonly double[] _tenure;
    private readonly int[] _counts;

    private PatternCounts(int[] repeats, double[] active, double[] tenure, int[] counts, int leftOut)
    {
        (_repeats, _active, _tenure, _counts, LeftOut) = (repeats, active, tenure, counts, leftOut);
        double purchases = 0;
        double days = 0;
        for (int i = 0; i < counts.Length; i++)
        {
            Customers += counts[i];
            RepeatCustomers += repeats[i] > 0 ? counts[i] : 0;
            purchases += (double)counts[i] * repeats[i];
            days += counts[i] * tenure[i];
        }

        Purchases = purchases;
        MeanTenureDays = days / Math.Max(1, Customers);
    }

    /// <summary>How many distinct patterns there are.</summary>
    public int Length => _counts.Length;

    public ReadOnlySpan<int> Repeats => _repeats;

    public ReadOnlySpan<double> ActiveDays => _active;

    public ReadOnlySpan<double> TenureDays => _tenure;

    /// <summary>How many customers have each pattern.</summary>
    public ReadOnlySpan<int> Counts => _counts;

    /// <summary>How many patterns were not valid.</summary>
    public int LeftOut { get; }

    public int Customers { get; }

    public int RepeatCustomers { get; }

    /// <summary>The repeat purchases of all customers.</summary>
    public double Purchases { get; }

    public double MeanTenureDays { get; }

    public RepeatPattern this[int index] => new(_repeats[index], _active[index], _tenure[index]);

    /// <param name="patterns">The patterns, in any order.</param>
    /// <param name="parallel">How to work; null for all cores.</param>
    public static PatternCounts From(IReadOnlyList<RepeatPattern> patterns, ParallelOptions? parallel = null)
    {
        ReadOnlySpan<RepeatPattern> span = patterns switch
        {
            List<RepeatPattern> list => CollectionsMarshal.AsSpan(list),
            _ => ReadOnlyArray<RepeatPattern>.Of(patterns),
        };
        var sorted = PatternSort.Of(span, parallel ?? FixedChunks.Parallel(0, CancellationToken.None));
        return Count(sorted, patterns.Count - sorted.Repeats.Length);
    }

    /// <summary>The same patterns where each stands for so many customers; those of none go.</summary>
    public PatternCounts With(ReadOnlySpan<int> counts)
    {
        if (counts.SequenceEqual(_counts))
        {
            return this;
        }

        int kept = counts.Length - counts.Count(0);
        int[] repeats = new int[kept];
        double[] active = new double[kept];
        double[] tenure = new double[kept];
        int[] weights = new int[kept];
        int at = 0;
        for (int i = 0; i < counts.Length; i++)
        {
            if (counts[i] > 0)
            {
                (repeats[at], active[at], tenure[at], weights[at]) = (_repeats[i], _active[i], _tenure[i], counts[i]);
                at++;
            }
        }

        return new PatternCounts(repeats, active, tenure, weights, LeftOut);
    }

    /// <summary>Moves the first of equal rows together, in place, and counts them.</summary>
    private static PatternCounts Count(PatternSort sorted, int leftOut)
    {
        (int[] repeats, double[] active, double[] tenure) = (sorted.Repeats, sorted.Active, sorted.Tenure);
        int[] counts = new int[repeats.Length];
        int distinct = 0;
        for (int i = 0; i < repeats.Length; i++)
        {
            if (distinct == 0 || tenure[i] != tenure[distinct - 1] || active[i] != active[distinct - 1] || repeats[i] != repeats[distinct - 1])
            {
                (repeats[distinct], active[distinct], tenure[distinct]) = (repeats[i], active[i], tenure[i]);
                distinct++;
            }

            counts[distinct - 1]++;
        }

        Array.Resize(ref repeats, distinct);
        Array.Resize(ref active, distinct);
        Array.Resize(ref tenure, distinct);
        Array.Resize(ref counts, distinct);
        return new PatternCounts(repeats, active, tenure, counts, leftOut);
    }
}
