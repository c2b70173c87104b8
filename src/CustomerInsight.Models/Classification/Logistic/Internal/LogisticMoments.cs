namespace CustomerInsight.Models;

/// <summary>Means and standard deviations (over n) of the columns, each row counted as often as it weighs.</summary>
internal sealed record LogisticMoments(double[] Means, double[] Deviations, double Weight, double PositiveWeight)
{
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
        const int Slab = SlabMatrix.SlabRows;
        int columns = about.Length;
        double[] all = new double[(2 * columns) + 2];
        FixedChunks.Run(rows.Values.Slabs, 64, parallel, (from, to) =>
        {
            double[] sums = new double[all.Length];
            for (int slab = from; slab < to; slab++)
            {
                ReadOnlySpan<double> weights = rows.Weights.AsSpan(slab * Slab, Slab);
                ReadOnlySpan<double> labels = rows.Labels.AsSpan(slab * Slab, Slab);
                ReadOnlySpan<double> values = rows.Values.Values.AsSpan(slab * Slab * rows.Values.Width, Slab * rows.Values.Width);
                for (int lane = 0; lane < Slab; lane++)
                {
                    sums[2 * columns] += weights[lane];
                    sums[(2 * columns) + 1] += weights[lane] * labels[lane];
                }

                for (int column = 0; column < columns; column++)
                {
                    for (int lane = 0; lane < Slab; lane++)
                    {
                        double apart = values[(column * Slab) + lane] - about[column];
                        sums[column] += weights[lane] * apart;
                        sums[columns + column] += weights[lane] * apart * apart;
                    }
                }
            }

            return sums;
        }, sums =>
        {
            for (int i = 0; i < all.Length; i++)
            {
                all[i] += sums[i];
            }
        });
        return all;
    }
}
