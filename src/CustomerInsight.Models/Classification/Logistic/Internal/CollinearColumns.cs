namespace CustomerInsight.Models;

/// <summary>Finds columns that are sums of others.</summary>
internal static class CollinearColumns
{
    // In standard deviations of the column: below this another column has no part in it.
    private const double Part = 1e-4;

    /// <summary>Finds for each column that the columns before it determine which of them do.</summary>
    /// <param name="at">A point, with the curvature in the intercept and the columns.</param>
    /// <returns>Places in the point's columns, from 0; the place that is determined first.</returns>
    public static List<int[]> Find(LogisticPoint at)
    {
        int side = at.Count;
        int[] all = [.. Enumerable.Range(0, side)];
        var factored = SymmetricMatrix.Factor(at.Curvature, side, all);
        var found = new List<int[]>();
        foreach (int column in all.Except(factored.Kept))
        {
            double[] parts = factored.Solve(at.Curvature.AsSpan(column * side, side));
            found.Add([column - 1, .. factored.Kept.Where(other => other > 0 && Math.Abs(parts[other]) > Part * Unit(column) / Unit(other)).Select(static other => other - 1)]);
        }

        return found;

        double Unit(int column) => Math.Sqrt(at.Curvature[(column * side) + column]);
    }
}
