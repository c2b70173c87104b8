namespace CustomerInsight.Models;

/// <summary>Brings data into the order and on the scale of Cox regression.</summary>
internal static class CoxPreparation
{
    /// <param name="data">The rows: at least one.</param>
    /// <param name="cause">Which end is the event; 0 for any.</param>
    /// <param name="parallel">On how many threads, and what stops it.</param>
    /// <param name="means">What to take the features from; null for their means.</param>
    /// <param name="deviations">What to divide them by; null for their standard deviations.</param>
    public static CoxRows Of(SurvivalData data, int cause, ParallelOptions parallel, double[]? means = null, double[]? deviations = null)
    {
        var order = CoxOrder.Of(data, cause);
        int columns = data.Features.Columns.Count;
        int width = (columns + Lanes.Count) / Lanes.Count * Lanes.Count;
        int rows = order.Places.Length;
        double[] weights = new double[rows];
        double[] features = new double[rows * width];
        double[] first = data.Features.Row(order.Places[0]).ToArray();
        int size = RowChunks.RowsFor(width);

        // About the first row: sums of squares of what is far from nought would lose the digits that tell rows apart.
        double[][] sums = new double[RowChunks.Count(rows, size)][];
        RowChunks.For(rows, size, parallel, (chunk, from, to) =>
        {
            double[] sum = new double[(2 * columns) + 1];
            for (int place = from; place < to; place++)
            {
                int row = order.Places[place];
                double weight = data.Times.WeightArray?[row] ?? 1;
                weights[place] = weight;
                sum[2 * columns] += weight;
                ReadOnlySpan<double> values = data.Features.Array.AsSpan(row * columns, columns);
                Span<double> moved = features.AsSpan(place * width, width);
                for (int column = 0; column < columns; column++)
                {
                    double value = values[column] - first[column];
                    moved[column] = value;
                    sum[column] += weight * value;
                    sum[columns + column] += weight * value * value;
                }

                moved[columns] = 1;
            }

            sums[chunk] = sum;
        });

        double[] total = Total(sums);
        double weight = total[2 * columns];
        double[] shifts = new double[columns];
        double[] factors = new double[columns];
        bool known = means is not null;
        means ??= new double[columns];
        deviations ??= new double[columns];
        for (int column = 0; column < columns; column++)
        {
            if (!known)
            {
                double mean = total[column] / weight;
                means[column] = first[column] + mean;
                deviations[column] = Math.Sqrt(Math.Max(0, ((total[columns + column] / weight) - (mean * mean)) * rows / Math.Max(1, rows - 1)));
            }

            shifts[column] = means[column] - first[column];
            factors[column] = deviations[column] > 0 ? 1 / deviations[column] : 0;
        }

        RowChunks.For(rows, size, parallel, (_, from, to) =>
        {
            for (int place = from; place < to; place++)
            {
                Span<double> row = features.AsSpan(place * width, columns);
                for (int column = 0; column < row.Length; column++)
                {
                    row[column] = (row[column] - shifts[column]) * factors[column];
                }
            }
        });

        var slots = CoxSlots.Of(order);
        return new CoxRows
        {
            Columns = columns,
            Width = width,
            Order = order.Places,
            Features = features,
            Weights = weights,
            TotalWeight = weight,
            Means = means,
            Deviations = deviations,
            Slots = slots,
            EventSum = EventSum(slots, features, weights, width),
        };
    }

    private static double[] EventSum(CoxSlots slots, double[] features, double[] weights, int width)
    {
        double[] sum = new double[width];
        for (int slot = 0; slot < slots.Count; slot++)
        {
            for (int place = slots.Ends[slot] - slots.Events[slot]; place < slots.Ends[slot]; place++)
            {
                for (int column = 0; column < width; column++)
                {
                    sum[column] += weights[place] * features[(place * width) + column];
                }
            }
        }

        return sum;
    }

    private static double[] Total(double[][] sums)
    {
        double[] total = sums[0];
        foreach (double[] sum in sums.AsSpan(1))
        {
            for (int i = 0; i < total.Length; i++)
            {
                total[i] += sum[i];
            }
        }

        return total;
    }
}
