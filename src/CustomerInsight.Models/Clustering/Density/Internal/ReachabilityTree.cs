namespace CustomerInsight.Models;

/// <summary>The shortest edges that hold all rows together, where two rows are at least as far apart as the neighbours of either reach.</summary>
/// <remarks>Source: Prim, "Shortest connection networks and some generalizations", Bell System Technical Journal 36(6), 1957.</remarks>
internal static class ReachabilityTree
{
    private const int EdgesPerReport = 256;

    /// <summary>Measures how far the neighbours of each row reach.</summary>
    public static double[] CoreDistances(KdTree tree, double[] values, int width, int neighbors, ParallelOptions parallel)
    {
        double[] cores = new double[tree.Count];
        RowChunks.For(cores.Length, RowChunks.RowsFor(width), parallel, (_, from, to) =>
        {
            var nearest = new Neighbor[neighbors];
            for (int row = from; row < to; row++)
            {
                tree.Nearest(values.AsSpan(row * width, width), nearest);
                cores[row] = Math.Sqrt(nearest[^1].Squared);
            }
        });
        return cores;
    }

    /// <summary>Finds the edges.</summary>
    public static ReachabilityEdge[] Edges(double[] values, int width, double[] cores, IProgress<int>? progress, CancellationToken cancellationToken)
    {
        int rows = cores.Length;
        var edges = new ReachabilityEdge[rows - 1];
        int[] outside = [.. Enumerable.Range(1, rows - 1)];
        double[] distances = new double[rows];
        Array.Fill(distances, double.PositiveInfinity);
        int[] from = new int[rows];
        int last = 0;
        for (int i = 0; i < edges.Length; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            ReadOnlySpan<double> own = values.AsSpan(last * width, width);
            int nearest = 0;
            int left = rows - 1 - i;
            for (int at = 0; at < left; at++)
            {
                int row = outside[at];
                double least = Math.Max(cores[last], cores[row]);
                if (least < distances[row])
                {
                    double distance = Math.Max(least, Math.Sqrt(SquaredDistance.Between(own, values.AsSpan(row * width, width))));
                    if (distance < distances[row])
                    {
                        distances[row] = distance;
                        from[row] = last;
                    }
                }

                nearest = distances[row] < distances[outside[nearest]] ? at : nearest;
            }

            last = outside[nearest];
            edges[i] = new ReachabilityEdge(from[last], last, distances[last]);
            outside[nearest] = outside[left - 1];
            if ((i + 1) % EdgesPerReport == 0 || i == edges.Length - 1)
            {
                progress?.Report(i + 2);
            }
        }

        return edges;
    }
}
