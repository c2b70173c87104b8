namespace CustomerInsight.Models;

/// <summary>The rows as bytes: for each group of eight lanes a word a row.</summary>
internal sealed class BinnedRows
{
    private BinnedRows(LaneColumn[] columns, int[] codes, PinnedLongs[] groups, int rows)
    {
        Columns = columns;
        Codes = codes;
        Groups = groups;
        Rows = rows;
    }

    public LaneColumn[] Columns { get; }

    /// <summary>Gets how many codes each lane has.</summary>
    public int[] Codes { get; }

    /// <summary>Gets the words of each group, in the order of the rows of the fit.</summary>
    public PinnedLongs[] Groups { get; }

    public int Rows { get; }

    /// <summary>Finds the bins and puts the rows into them.</summary>
    /// <param name="data">The rows.</param>
    /// <param name="order">The data's row at each place of the fit.</param>
    /// <param name="most">How many bins a column may have.</param>
    /// <param name="parallel">On how many threads, and what stops it.</param>
    public static BinnedRows Of(ClassificationData data, int[] order, int most, ParallelOptions parallel)
    {
        int width = data.Features.Columns.Count;
        double[] values = data.Features.Array;
        var bins = new ColumnBins[width];
        int[]? sample = data.Rows > BinFitter.SampleRows ? Sample(order) : null;
        RowChunks.For(width, 1, parallel, (column, _, _) => bins[column] = Fit(data, column, sample, most));
        (LaneColumn[] columns, int[] codes) = LanePlan.Make(bins);
        var groups = new PinnedLongs[codes.Length / LanePlan.LanesPerGroup];
        for (int group = 0; group < groups.Length; group++)
        {
            groups[group] = new PinnedLongs(data.Rows);
        }

        RowChunks.For(data.Rows, RowChunks.RowsFor(width), parallel, (_, from, to) => Fill(values, width, order, columns, groups, from, to));
        return new BinnedRows(columns, codes, groups, data.Rows);
    }

    /// <summary>Rows at even steps: rows that are alike are next to each other, so each kind has its share, whichever of it is taken.</summary>
    private static int[] Sample(int[] order)
    {
        int[] sample = new int[BinFitter.SampleRows];
        for (int i = 0; i < sample.Length; i++)
        {
            sample[i] = order[(int)((long)i * order.Length / sample.Length)];
        }

        return sample;
    }

    private static ColumnBins Fit(ClassificationData data, int column, int[]? sample, int most)
    {
        if (data.Categories.Contains(data.Features.Columns[column]))
        {
            return BinFitter.Categories(Values(data.Features, column, null), most);
        }

        if (sample is not null && Different(data.Features, column, most) is double[] different)
        {
            // A bin for each value, also for those that no row of the sample has.
            return BinFitter.Numbers(different, different.Any(double.IsNaN), most);
        }

        bool hasMissing = false;
        double[] all = data.Features.Array;
        for (long at = column; at < all.Length && !hasMissing; at += data.Features.Columns.Count)
        {
            hasMissing = double.IsNaN(all[at]);
        }

        return BinFitter.Numbers(Values(data.Features, column, sample), hasMissing, most);
    }

    private static double[] Values(FeatureMatrix features, int column, int[]? sample)
    {
        long width = features.Columns.Count;
        double[] values = new double[sample?.Length ?? features.Rows];
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = features.Array[((sample?[i] ?? i) * width) + column];
        }

        return values;
    }

    /// <summary>The different values of a column, missing as one of them; null where there are more than some.</summary>
    private static double[]? Different(FeatureMatrix features, int column, int most)
    {
        var different = new HashSet<double>();
        for (long at = column; at < features.Array.Length; at += features.Columns.Count)
        {
            if (different.Add(features.Array[at]) && different.Count > most)
            {
                return null;
            }
        }

        return [.. different];
    }

    private static unsafe void Fill(double[] values, int width, int[] order, LaneColumn[] columns, PinnedLongs[] groups, int from, int to)
    {
        for (int column = 0; column < width; column++)
        {
            LaneColumn place = columns[column];
            if (place.Bins.Count < 2)
            {
                continue;
            }

            long* words = groups[place.Lane / LanePlan.LanesPerGroup].First;
            long one = (long)place.Stride << (place.Lane % LanePlan.LanesPerGroup * 8);
            for (int row = from; row < to; row++)
            {
                // Strides of the columns of a lane do not carry into each other, so words add up.
                words[row] += one * place.Bins.Of(values[(order[row] * (long)width) + column]);
            }
        }

        GC.KeepAlive(groups);
    }
}
