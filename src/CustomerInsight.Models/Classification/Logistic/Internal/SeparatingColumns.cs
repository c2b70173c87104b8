namespace CustomerInsight.Models;

/// <summary>Finds columns that tell the rows with the event from those without, and steps that do.</summary>
/// <remarks>Source: Albert, Anderson, "On the existence of maximum likelihood estimates in logistic regression models", Biometrika 71 (1984).</remarks>
internal static class SeparatingColumns
{
    private const int Slab = SlabMatrix.SlabRows;

    // Of the largest change of the log-odds along a step: what rounding and the steps not yet ended leave.
    private const double Slack = 1e-3;

    /// <summary>Finds for each column how many rows lie where there are rows of one kind only, if a limit parts the kinds.</summary>
    /// <returns>0 for a column without such a limit; the number of all rows where it tells all of them.</returns>
    public static int[] Find(LogisticRows rows, ParallelOptions parallel)
    {
        int width = rows.Values.Columns;
        var all = new ColumnRange[2 * width];
        all.AsSpan().Fill(new ColumnRange(double.PositiveInfinity, double.NegativeInfinity));
        FixedChunks.Run(rows.Values.Slabs, 64, parallel, (from, to) => Ranges(rows, from, to), ranges =>
        {
            for (int i = 0; i < all.Length; i++)
            {
                all[i] = new ColumnRange(Math.Min(all[i].Least, ranges[i].Least), Math.Max(all[i].Greatest, ranges[i].Greatest));
            }
        });
        return [.. Enumerable.Range(0, width).Select(column =>
        {
            (ColumnRange without, ColumnRange with) = (all[2 * column], all[(2 * column) + 1]);
            return without.Greatest <= with.Least || with.Greatest <= without.Least ? CountOutside(rows, column, without, with) : 0;
        })];
    }

    /// <summary>Whether along a step no row's likelihood falls: then it grows without end.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="step">The change at the means, then of the coefficients, in the units of the rows.</param>
    /// <param name="means">The means.</param>
    public static bool Escapes(LogisticRows rows, ReadOnlySpan<double> step, double[] means)
    {
        double least = double.PositiveInfinity;
        double largest = 0;
        for (int row = 0; row < rows.Values.Rows; row++)
        {
            double change = step[0];
            int at = (row / Slab * Slab * rows.Values.Width) + (row % Slab);
            for (int column = 0; column < means.Length; column++)
            {
                change += step[column + 1] * (rows.Values.Values[at + (column * Slab)] - means[column]);
            }

            least = Math.Min(least, rows.Labels[row] > 0 ? change : -change);
            largest = Math.Max(largest, Math.Abs(change));
        }

        return least >= -Slack * largest;
    }

    private static ColumnRange[] Ranges(LogisticRows rows, int from, int to)
    {
        int width = rows.Values.Columns;
        var ranges = new ColumnRange[2 * width];
        ranges.AsSpan().Fill(new ColumnRange(double.PositiveInfinity, double.NegativeInfinity));
        for (int slab = from; slab < to; slab++)
        {
            int last = Math.Min(Slab, rows.Values.Rows - (slab * Slab));
            for (int column = 0; column < width; column++)
            {
                ReadOnlySpan<double> values = rows.Values.Values.AsSpan(((slab * rows.Values.Width) + column) * Slab, last);
                for (int lane = 0; lane < last; lane++)
                {
                    ref ColumnRange range = ref ranges[(2 * column) + (rows.Labels[(slab * Slab) + lane] > 0 ? 1 : 0)];
                    double value = values[lane];
                    if (!(value >= range.Least && value <= range.Greatest))
                    {
                        range = new ColumnRange(Math.Min(range.Least, value), Math.Max(range.Greatest, value));
                    }
                }
            }
        }

        return ranges;
    }

    private static int CountOutside(LogisticRows rows, int column, ColumnRange without, ColumnRange with)
    {
        int count = 0;
        for (int row = 0; row < rows.Values.Rows; row++)
        {
            double value = rows.Values.Values[(row / Slab * Slab * rows.Values.Width) + (column * Slab) + (row % Slab)];
            ColumnRange others = rows.Labels[row] > 0 ? without : with;
            count += value < others.Least || value > others.Greatest ? 1 : 0;
        }

        return count;
    }
}
