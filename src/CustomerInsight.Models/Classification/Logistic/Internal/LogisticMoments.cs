using System.Runtime.Intrinsics;

namespace CustomerInsight.Models;

/// <summary>Means and standard deviations (over n) of the columns, each row counted as often as it weighs.</summary>
internal sealed record LogisticMoments(double[] Means, double[] Deviations, double Weight, double PositiveWeight)
{
    private const int Slab = SlabMatrix.SlabRows;
    private const int FewestSlabs = 256;

    public static LogisticMoments Of(LogisticRows rows, ParallelOptions parallel)
    {
        int columns = rows.Values.Columns;
        double[] first = Sum(rows, new double[columns], parallel);
        double weight = first[2 * columns];
        double[] means = [.. Enumerable.Range(0, columns).Select(column => first[column] / weight)];

        // About the means the squares lose no digits; what rounding left of the means themselves is taken off.
        double[] second = Sum(rows, means, parallel);
        double[] deviations = new double[columns];
        for (int column = 0; column < columns; column++)
        {
            double rest = second[column] / weight;
            deviations[column] = rows.Ranges[column].IsConstant ? 0 : Math.Sqrt(Math.Max(0, (second[columns + column] / weight) - (rest * rest)));
        }

        return new LogisticMoments(means, deviations, weight, first[(2 * columns) + 1]);
    }

    /// <summary>The weighted sums of the differences, of their squares, of the weights and of the weights of the events.</summary>
    private static double[] Sum(LogisticRows rows, double[] about, ParallelOptions parallel)
    {
        double[] all = new double[(2 * about.Length) + 2];
        FixedChunks.Run(rows.Values.Slabs, FewestSlabs, parallel, (from, to) => Sum(rows, about, from, to), sums =>
        {
            for (int i = 0; i < all.Length; i++)
            {
                all[i] += Lanes.Sum(sums[i]);
            }
        });
        return all;
    }

    private static Vector512<double>[] Sum(LogisticRows rows, double[] about, int from, int to)
    {
        int columns = about.Length;
        var sums = new Vector512<double>[(2 * columns) + 2];
        for (int slab = from; slab < to; slab++)
        {
            ReadOnlySpan<double> labels = rows.Labels.AsSpan(slab * Slab, Slab);
            ReadOnlySpan<double> weights = rows.Weights.AsSpan(slab * Slab, Slab);
            var low = Vector512.Create(weights);
            var high = Vector512.Create(weights[Lanes.Count..]);
            sums[^2] += low + high;
            sums[^1] += (low * Vector512.Create(labels)) + (high * Vector512.Create(labels[Lanes.Count..]));
            ReadOnlySpan<double> values = rows.Values.Values.AsSpan(slab * Slab * rows.Values.Width, Slab * rows.Values.Width);
            for (int column = 0; column < columns; column++)
            {
                var middle = Vector512.Create(about[column]);
                Vector512<double> x = Vector512.Create(values[(column * Slab)..]) - middle;
                Vector512<double> y = Vector512.Create(values[((column * Slab) + Lanes.Count)..]) - middle;
                Vector512<double> wx = low * x;
                Vector512<double> wy = high * y;
                sums[column] += wx + wy;
                sums[columns + column] = Lanes.MultiplyAdd(wx, x, Lanes.MultiplyAdd(wy, y, sums[columns + column]));
            }
        }

        return sums;
    }
}
