namespace CustomerInsight.Models;

/// <summary>Finds the bins of columns.</summary>
internal static class BinFitter
{
    /// <summary>From how many rows on quantiles are those of a sample of this size.</summary>
    public const int SampleRows = 200_000;

    /// <summary>Finds the bins of a column of numbers.</summary>
    /// <param name="values">The values; sorted on return, those missing first.</param>
    /// <param name="hasMissing">Whether some row, of the sample or not, misses the value.</param>
    /// <param name="most">How many bins there may be, that of missing values included.</param>
    public static ColumnBins Numbers(Span<double> values, bool hasMissing, int most)
    {
        values.Sort();
        int first = 0;
        while (first < values.Length && double.IsNaN(values[first]))
        {
            first++;
        }

        ReadOnlySpan<double> known = values[first..];
        int bins = Math.Max(2, most - (hasMissing ? 1 : 0));
        var edges = new List<double>(bins);
        int different = Different(known, bins);
        for (int from = 0, taken = 0, left = bins; from < known.Length;)
        {
            // Where there are few different values each has a bin; else each bin takes its even part of the rows that are left.
            int to = from + 1;
            int share = different <= bins ? 1 : Math.Max(1, (known.Length - taken + left - 1) / left);
            to = Math.Min(known.Length, from + share);
            while (to < known.Length && known[to] == known[to - 1])
            {
                to++;
            }

            if (to < known.Length)
            {
                edges.Add(Between(known[to - 1], known[to]));
            }

            taken += to - from;
            left = Math.Max(1, left - 1);
            from = to;
        }

        return new ColumnBins([.. edges], null, hasMissing && known.Length > 0);
    }

    /// <summary>Finds the bins of a column of categories: the most frequent ones, of those as frequent the lower ones.</summary>
    public static ColumnBins Categories(ReadOnlySpan<double> values, int most)
    {
        var counts = new Dictionary<int, int>();
        bool hasMissing = false;
        foreach (double value in values)
        {
            if (double.IsNaN(value))
            {
                hasMissing = true;
            }
            else
            {
                System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(counts, (int)value, out _)++;
            }
        }

        int bins = Math.Max(2, most - (hasMissing || counts.Count > most ? 1 : 0));
        int[] levels = [.. counts.OrderByDescending(static level => level.Value).ThenBy(static level => level.Key).Take(bins).Select(static level => level.Key).Order()];
        return new ColumnBins([], levels, hasMissing || levels.Length < counts.Count);
    }

    private static int Different(ReadOnlySpan<double> sorted, int enough)
    {
        int different = sorted.Length > 0 ? 1 : 0;
        for (int i = 1; i < sorted.Length && different <= enough; i++)
        {
            different += sorted[i] != sorted[i - 1] ? 1 : 0;
        }

        return different;
    }

    /// <summary>A number above the lower and at most the upper one: half-way, as far as there is one.</summary>
    private static double Between(double lower, double upper)
    {
        double middle = (lower / 2) + (upper / 2);
        return middle > lower && middle <= upper ? middle : upper;
    }
}
