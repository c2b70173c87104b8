namespace CustomerInsight.Models;

/// <summary>The valid ones of many patterns, as columns in canonical order.</summary>
/// <remarks>Patterns go to one bucket for each number of repeats, where two columns of doubles are left to sort; the buckets are sorted in parallel, large ones part by part.</remarks>
internal sealed class PatternSort
{
    /// <summary>The last bucket takes all from so many repeats on.</summary>
    private const int LastBucket = 255;

    private const int ManyRows = 4_096;
    private const int RowsOfPart = 32;

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
        if (active.Length < ManyRows)
        {
            SortFew(active, tenure);
            return;
        }

        // Most often the bucket without repeats, whose active times are all 0.
        ReadOnlySpan<double> leading = active.ContainsAnyExcept(active[0]) ? active : tenure;
        (double least, double most) = Extent(leading);
        int parts = active.Length / RowsOfPart;
        double perPart = parts / (most - least);
        if (!double.IsFinite(perPart))
        {
            SortFew(active, tenure);
            return;
        }

        // Equal parts of the range, which keep the order between them, are each few rows in the processor's cache.
        int[] starts = new int[parts + 1];
        foreach (double time in leading)
        {
            starts[PartOf(time) + 1]++;
        }

        for (int part = 0; part < parts; part++)
        {
            starts[part + 1] += starts[part];
        }

        double[] movedActive = new double[active.Length];
        double[] movedTenure = new double[active.Length];
        int[] next = [.. starts];
        for (int i = 0; i < active.Length; i++)
        {
            int at = next[PartOf(leading[i])]++;
            (movedActive[at], movedTenure[at]) = (active[i], tenure[i]);
        }

        movedActive.CopyTo(active);
        movedTenure.CopyTo(tenure);
        for (int part = 0; part < parts; part++)
        {
            Range rows = starts[part]..starts[part + 1];
            SortFew(active[rows], tenure[rows]);
        }

        int PartOf(double time) => Math.Min(parts - 1, (int)((time - least) * perPart));
    }

    private static (double Least, double Most) Extent(ReadOnlySpan<double> column)
    {
        (double least, double most) = (column[0], column[0]);
        foreach (double value in column)
        {
            least = Math.Min(least, value);
            most = Math.Max(most, value);
        }

        return (least, most);
    }

    private static void SortFew(Span<double> active, Span<double> tenure)
    {
        if (active.Length < 2)
        {
            return;
        }

        if (!active.ContainsAnyExcept(active[0]))
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
