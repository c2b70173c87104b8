namespace CustomerInsight.Models;

/// <summary>Finds columns that are sums of others.</summary>
/// <remarks>Source: a Cholesky factorisation of the correlations that passes over columns of which nothing is left; Golub, Van Loan, "Matrix Computations" (2013), section 4.2.8.</remarks>
internal static class CollinearColumns
{
    // Of a column's variance, what the columns before it do not explain: below this it is rounding.
    private const double Rest = 1e-10;

    // In standard deviations of the column: below this another column has no part in it.
    private const double Part = 1e-4;

    /// <summary>Finds for each column that the columns before it determine which of them do.</summary>
    /// <param name="at">A point, with the curvature in the intercept and the columns.</param>
    /// <returns>Places in the point's columns, from 0; the place that is determined first.</returns>
    public static List<int[]> Find(LogisticPoint at)
    {
        int side = at.Count;
        double[] unit = [.. Enumerable.Range(0, side).Select(i => Math.Sqrt(at.Curvature[(i * side) + i]))];
        var kept = new List<int>(side);
        double[] factor = new double[side * side];
        var found = new List<int[]>();
        for (int i = 0; i < side; i++)
        {
            double rest = 1;
            double[] row = new double[kept.Count];
            for (int k = 0; k < kept.Count; k++)
            {
                double value = at.Curvature[(i * side) + kept[k]] / unit[i] / unit[kept[k]];
                for (int m = 0; m < k; m++)
                {
                    value -= row[m] * factor[(k * side) + m];
                }

                row[k] = value / factor[(k * side) + k];
                rest -= row[k] * row[k];
            }

            if (rest > Rest)
            {
                row.CopyTo(factor, kept.Count * side);
                factor[(kept.Count * side) + kept.Count] = Math.Sqrt(rest);
                kept.Add(i);
            }
            else
            {
                found.Add([i - 1, .. Parts(row, factor, side).Where(k => kept[k] > 0).Select(k => kept[k] - 1)]);
            }
        }

        return found;
    }

    private static IEnumerable<int> Parts(double[] row, double[] factor, int side)
    {
        for (int k = row.Length - 1; k >= 0; k--)
        {
            for (int m = k + 1; m < row.Length; m++)
            {
                row[k] -= factor[(m * side) + k] * row[m];
            }

            row[k] /= factor[(k * side) + k];
        }

        return Enumerable.Range(0, row.Length).Where(k => Math.Abs(row[k]) > Part);
    }
}
