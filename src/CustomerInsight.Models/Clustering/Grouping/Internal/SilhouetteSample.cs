namespace CustomerInsight.Models;

/// <summary>Silhouettes of several groupings of the same rows, measured on a part of them.</summary>
/// <remarks>Source: Rousseeuw, "Silhouettes: a graphical aid to the interpretation and validation of cluster analysis", Journal of Computational and Applied Mathematics 20, 1987.</remarks>
internal static class SilhouetteSample
{
    /// <summary>How many rows are measured at most: a mean over them is off by about a hundredth.</summary>
    public const int MostRows = 4_000;

    /// <summary>Computes the mean silhouette of each grouping.</summary>
    /// <param name="values">The rows.</param>
    /// <param name="width">How many numbers a row has.</param>
    /// <param name="groupings">For each grouping the group of each row; below 0 for none.</param>
    /// <param name="parallel">How many threads work.</param>
    public static double[] Of(double[] values, int width, int[][] groupings, ParallelOptions parallel)
    {
        int[] rows = RowOrder.Thin(RowOrder.Of(values, width, parallel), MostRows);
        int[] counts = [.. groupings.Select(static grouping => grouping.DefaultIfEmpty(0).Max() + 1)];
        int[][] sizes = [.. groupings.Select((grouping, number) => Sizes(rows, grouping, counts[number]))];
        double[][] own = [.. groupings.Select(_ => new double[rows.Length])];
        RowChunks.For(rows.Length, 64, parallel, (_, from, to) =>
        {
            double[][] sums = [.. counts.Select(static count => new double[count])];
            for (int i = from; i < to; i++)
            {
                Array.ForEach(sums, static sum => Array.Clear(sum));
                ReadOnlySpan<double> row = values.AsSpan(rows[i] * width, width);
                foreach (int other in rows)
                {
                    double distance = Math.Sqrt(SquaredDistance.Between(row, values.AsSpan(other * width, width)));
                    for (int grouping = 0; grouping < sums.Length; grouping++)
                    {
                        int group = groupings[grouping][other];
                        if (group >= 0)
                        {
                            sums[grouping][group] += distance;
                        }
                    }
                }

                for (int grouping = 0; grouping < sums.Length; grouping++)
                {
                    own[grouping][i] = One(groupings[grouping][rows[i]], sums[grouping], sizes[grouping]);
                }
            }
        });
        return [.. own.Select((silhouettes, grouping) => silhouettes.Where((_, i) => groupings[grouping][rows[i]] >= 0).DefaultIfEmpty(0).Average())];
    }

    private static int[] Sizes(int[] rows, int[] grouping, int count)
    {
        int[] sizes = new int[count];
        foreach (int row in rows)
        {
            if (grouping[row] >= 0)
            {
                sizes[grouping[row]]++;
            }
        }

        return sizes;
    }

    /// <summary>The silhouette of one row; 0 for one alone in its group, or where there is no other group.</summary>
    private static double One(int group, double[] sums, int[] sizes)
    {
        if (group < 0 || sizes[group] < 2)
        {
            return 0;
        }

        double inside = sums[group] / (sizes[group] - 1);
        double nearest = double.PositiveInfinity;
        for (int other = 0; other < sums.Length; other++)
        {
            nearest = other != group && sizes[other] > 0 ? Math.Min(nearest, sums[other] / sizes[other]) : nearest;
        }

        double larger = Math.Max(inside, nearest);
        return double.IsInfinity(nearest) || larger == 0 ? 0 : (nearest - inside) / larger;
    }
}
