namespace CustomerInsight.Models.Tests;

/// <summary>Whether some direction parts rows with the event from those without, by linear programming.</summary>
/// <remarks>
/// By Gordan's theorem there is no such direction, not even one that leaves rows undecided, exactly if 0 is a sum of all signed rows with weights above 0 each. It is searched for
/// by a linear programme: maximise the sum of the margins, each between 0 and 1; the largest is 0 exactly if nothing parts. Solved by the simplex method with Bland's rule.
/// </remarks>
internal static class Separability
{
    private const double Zero = 1e-9;

    public static bool IsSeparable(ClassificationData data)
    {
        // Variables: w⁺ and w⁻ of the intercept and the columns, all at least 0. Maximise Σ yᵢ xᵢ·w subject to −yᵢ xᵢ·w ≤ 0 and yᵢ xᵢ·w ≤ 1.
        int columns = data.Features.Columns.Count + 1;
        int rows = data.Rows;
        double[][] signed = [.. Enumerable.Range(0, rows).Select(row =>
        {
            double[] x = [1, .. data.Features.Row(row)];
            double sign = data.Labels[row] ? 1 : -1;
            return Enumerable.Range(0, 2 * columns).Select(i => sign * (i < columns ? x[i] : -x[i - columns])).ToArray();
        })];
        double[,] table = new double[(2 * rows) + 1, (2 * columns) + (2 * rows) + 1];
        int last = table.GetLength(1) - 1;
        for (int row = 0; row < rows; row++)
        {
            for (int i = 0; i < 2 * columns; i++)
            {
                table[row, i] = -signed[row][i];
                table[rows + row, i] = signed[row][i];
                table[2 * rows, i] -= signed[row][i];
            }

            table[row, (2 * columns) + row] = 1;
            table[rows + row, (2 * columns) + rows + row] = 1;
            table[rows + row, last] = 1;
        }

        int[] basis = [.. Enumerable.Range(0, 2 * rows).Select(row => (2 * columns) + row)];
        while (Enumerable.Range(0, last).Where(i => table[2 * rows, i] < -Zero).Select(static i => (int?)i).FirstOrDefault() is int entering)
        {
            int leaving = Enumerable.Range(0, 2 * rows).Where(row => table[row, entering] > Zero).OrderBy(row => table[row, last] / table[row, entering]).ThenBy(row => basis[row]).First();
            Pivot(table, leaving, entering);
            basis[leaving] = entering;
        }

        return table[2 * rows, last] > Zero;
    }

    private static void Pivot(double[,] table, int row, int column)
    {
        double pivot = table[row, column];
        for (int i = 0; i < table.GetLength(1); i++)
        {
            table[row, i] /= pivot;
        }

        for (int other = 0; other < table.GetLength(0); other++)
        {
            double factor = table[other, column];
            for (int i = 0; other != row && factor != 0 && i < table.GetLength(1); i++)
            {
                table[other, i] -= factor * table[row, i];
            }
        }
    }
}
