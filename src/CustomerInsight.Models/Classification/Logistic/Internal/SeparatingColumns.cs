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
    /// <remarks>A column is looked at until the kinds are seen to overlap, which in most takes a few rows.</remarks>
    public static int[] Find(LogisticRows rows) => [.. Enumerable.Range(0, rows.Values.Columns).Select(column => Find(rows, column))];

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

    private static int Find(LogisticRows rows, int column)
    {
        var without = new ColumnRange(double.PositiveInfinity, double.NegativeInfinity);
        ColumnRange with = without;
        for (int slab = 0; slab < rows.Values.Slabs; slab++)
        {
            ReadOnlySpan<double> values = rows.Values.Values.AsSpan(((slab * rows.Values.Width) + column) * Slab, Math.Min(Slab, rows.Values.Rows - (slab * Slab)));
            for (int lane = 0; lane < values.Length; lane++)
            {
                ref ColumnRange range = ref rows.Labels[(slab * Slab) + lane] > 0 ? ref with : ref without;
                range = new ColumnRange(Math.Min(range.Least, values[lane]), Math.Max(range.Greatest, values[lane]));
            }

            if (without.Greatest > with.Least && with.Greatest > without.Least)
            {
                return 0;
            }
        }

        return CountOutside(rows, column, without, with);
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
