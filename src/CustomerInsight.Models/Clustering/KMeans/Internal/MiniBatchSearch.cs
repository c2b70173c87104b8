namespace CustomerInsight.Models;

/// <summary>Moves centres by small random batches: each by the mean of its rows of the batch, and the less the more rows it has had.</summary>
/// <remarks><para>Source: Sculley, "Web-scale k-means clustering", WWW 2010; it stops where the smoothed inertia has not improved for ten batches, as scikit-learn does, but smooths over some tens of batches however many rows there are.</para></remarks>
internal static class MiniBatchSearch
{
    private const int Patience = 10;
    private const double LeastWeight = 0.1;

    /// <summary>Searches from given centres.</summary>
    /// <param name="values">The rows.</param>
    /// <param name="width">The features of a row.</param>
    /// <param name="order">The rows in the order they are drawn from.</param>
    /// <param name="start">The centres to start from.</param>
    /// <param name="options">How many rows a batch has, and how many batches there are at most.</param>
    /// <param name="parallel">On how many threads the rows are assigned in the end, and what stops the search.</param>
    public static KMeansSolution Run(double[] values, int width, int[] order, double[] start, KMeansOptions options, ParallelOptions parallel)
    {
        double[] centers = (double[])start.Clone();
        var random = new SeededRandom(StableHash.Combine(options.Seed, ulong.MaxValue));
        int[] batch = new int[Math.Min(options.BatchRows, order.Length)];
        double[] seen = new double[centers.Length / width];
        double weight = Math.Clamp(2.0 * batch.Length / (order.Length + 1.0), LeastWeight, 1);
        (double smoothed, double best, int idle, int number) = (double.NaN, double.PositiveInfinity, 0, 0);
        while (number < options.MaximumIterations && idle < Patience)
        {
            parallel.CancellationToken.ThrowIfCancellationRequested();
            for (int i = 0; i < batch.Length; i++)
            {
                batch[i] = order[random.Next(order.Length)];
            }

            double inertia = Step(values, width, batch, centers, seen) / batch.Length;
            smoothed = number == 0 ? inertia : (smoothed * (1 - weight)) + (inertia * weight);
            idle = smoothed < best ? 0 : idle + 1;
            best = Math.Min(best, smoothed);
            number++;
        }

        KMeansSolution assigned = KMeansSearch.Run(values, width, centers, new KMeansSettings(true, 0, -1, EmptyGroupPolicy.Keep), parallel);
        return assigned with { Iterations = number, Converged = idle >= Patience };
    }

    private static double Step(double[] values, int width, int[] batch, double[] centers, double[] seen)
    {
        double[] sums = new double[centers.Length];
        int[] counts = new int[seen.Length];
        double[] tile = new double[width * Lanes.Count];
        double inertia = 0;
        for (int at = 0; at < batch.Length; at += Lanes.Count)
        {
            ReadOnlySpan<int> rows = batch.AsSpan(at, Math.Min(Lanes.Count, batch.Length - at));
            PointTile.Load(values, width, rows, tile);
            var found = NearestCenters.Of(tile, width, centers);
            for (int lane = 0; lane < rows.Length; lane++)
            {
                int group = (int)found.Number[lane];
                inertia += found.Nearest[lane];
                counts[group]++;
                for (int column = 0; column < width; column++)
                {
                    sums[(group * width) + column] += values[(rows[lane] * width) + column];
                }
            }
        }

        for (int group = 0; group < counts.Length; group++)
        {
            seen[group] += counts[group];
            for (int column = group * width; counts[group] > 0 && column < (group + 1) * width; column++)
            {
                centers[column] += (sums[column] - (counts[group] * centers[column])) / seen[group];
            }
        }

        return inertia;
    }
}
