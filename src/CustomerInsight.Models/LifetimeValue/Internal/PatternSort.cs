namespace CustomerInsight.Models;

/// <summary>The valid ones of many patterns, as columns in canonical order.</summary>
/// <remarks>Patterns go to one bucket for each number of repeats, where two columns of doubles are left to sort; the buckets are sorted in parallel.</remarks>
internal sealed class PatternSort
{
    /// <summary>The last bucket takes all from so many repeats on.</summary>
    private const int LastBucket = 255;

    private readonly int[] _starts;

    private PatternSort(int[] starts)
    {
        _starts = starts;
        Repeats = new int[starts[^1]];
        Active = new double[starts[^1]];
        Tenure = new double[starts[^1]];
    }

    public int[] Repeats { get; }

    public double[] Active { get; }

    public double[] Tenure { get; }

    public static PatternSort Of(ReadOnlySpan<RepeatPattern> patterns, ParallelOptions parallel)
    {
        int[] starts = new int[LastBucket + 2];
        foreach (ref readonly RepeatPattern pattern in patterns)
        {
            if (pattern.IsValid)
            {
                starts[BucketOf(pattern) + 1]++;
            }
        }

        for (int bucket = 0; bucket <= LastBucket; bucket++)
        {
            starts[bucket + 1] += starts[bucket];
        }

        var sort = new PatternSort(starts);
        sort.Distribute(patterns);
        Parallel.For(0, LastBucket + 1, parallel, sort.SortBucket);
        return sort;
    }

    private static int BucketOf(in RepeatPattern pattern) => Math.Min(pattern.Repeats, LastBucket);

    private void Distribute(ReadOnlySpan<RepeatPattern> patterns)
    {
        int[] next = [.. _starts];
        foreach (ref readonly RepeatPattern pattern in patterns)
        {
            if (pattern.IsValid)
            {
                int at = next[BucketOf(pattern)]++;
                (Repeats[at], Active[at], Tenure[at]) = (pattern.Repeats, pattern.ActiveDays, pattern.TenureDays);
            }
        }
    }

    private void SortBucket(int bucket)
    {
        Range all = _starts[bucket].._starts[bucket + 1];
        if (bucket < LastBucket)
        {
            SortTimes(Active.AsSpan(all), Tenure.AsSpan(all));
            return;
        }

        // Few customers: by repeats with the row's number first, then each number of repeats by its times.
        Span<int> repeats = Repeats.AsSpan(all);
        Span<double> active = Active.AsSpan(all);
        Span<double> tenure = Tenure.AsSpan(all);
        int[] rows = new int[repeats.Length];
        for (int i = 0; i < rows.Length; i++)
        {
            rows[i] = i;
        }

        repeats.Sort(rows.AsSpan());
        Reorder(active, rows);
        Reorder(tenure, rows);
        for (int start = 0; start < repeats.Length;)
        {
            int end = start + RunAt<int>(repeats[start..]);
            SortTimes(active[start..end], tenure[start..end]);
            start = end;
        }
    }

    private static void SortTimes(Span<double> active, Span<double> tenure)
    {
        // Most often the bucket without repeats, whose active times are all 0.
        if (!active.ContainsAnyExcept(active.Length > 0 ? active[0] : 0))
        {
            tenure.Sort();
            return;
        }

        active.Sort(tenure);
        for (int start = 0; start < active.Length;)
        {
            int end = start + RunAt<double>(active[start..]);
            if (end - start > 1)
            {
                tenure[start..end].Sort();
            }

            start = end;
        }
    }

    /// <summary>How many equal values a column starts with.</summary>
    private static int RunAt<T>(ReadOnlySpan<T> column)
        where T : IEquatable<T>
    {
        int other = column.IndexOfAnyExcept(column[0]);
        return other < 0 ? column.Length : other;
    }

    private static void Reorder(Span<double> column, int[] rows)
    {
        double[] copy = column.ToArray();
        for (int i = 0; i < rows.Length; i++)
        {
            column[i] = copy[rows[i]];
        }
    }
}
