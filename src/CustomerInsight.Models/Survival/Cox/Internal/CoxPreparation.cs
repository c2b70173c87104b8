using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace CustomerInsight.Models;

/// <summary>Brings data into the order and on the scale of Cox regression.</summary>
internal static class CoxPreparation
{
    // Beyond, squares and fourth powers of what is between them leave the range of numbers.
    private const double Largest = 1e140;

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
        double[] first = new double[width];
        data.Features.Row(order.Places[0]).CopyTo(first);

        // So that a row less the first one has a one after its columns.
        first[columns] = -1;
        int size = RowChunks.RowsFor(width);

        // About the first row: sums of squares of what is far from nought would lose the digits that tell rows apart.
        double[][] sums = new double[RowChunks.Count(rows, size)][];
        RowChunks.For(rows, size, parallel, (chunk, from, to) =>
        {
            double[] sum = new double[2 * width];
            for (int place = from; place < to; place++)
            {
                int row = order.Places[place];
                double weight = data.Times.WeightArray?[row] ?? 1;
                weights[place] = weight;
                Span<double> moved = features.AsSpan(place * width, width);
                data.Features.Array.AsSpan(row * columns, columns).CopyTo(moved);
                Take(moved, first, weight, sum);
            }

            sums[chunk] = sum;
        });

        double[] total = Total(sums);
        double weight = total[columns];
        double[] shifts = new double[width];
        double[] factors = new double[width];
        factors[columns] = 1;
        bool[] extreme = new bool[columns];
        bool known = means is not null;
        means ??= new double[columns];
        deviations ??= new double[columns];
        for (int column = 0; column < columns; column++)
        {
            double mean = total[column] / weight;
            double deviation = Math.Sqrt(Math.Max(0, ((total[width + column] / weight) - (mean * mean)) * rows / Math.Max(1, rows - 1)));
            if (!(deviation is > 1 / Largest and < Largest) && IsExtreme(features, column, width))
            {
                extreme[column] = true;
                (mean, deviation) = (0, 0);
                for (int at = column; at < features.Length; at += width)
                {
                    features[at] = 0;
                }
            }

            if (!known)
            {
                means[column] = first[column] + mean;
                deviations[column] = deviation;
            }

            if (extreme[column])
            {
                continue;
            }

            shifts[column] = means[column] - first[column];
            factors[column] = deviations[column] > 0 ? 1 / deviations[column] : 0;
        }

        RowChunks.For(rows, size, parallel, (_, from, to) => Scale(features.AsSpan(from * width, (to - from) * width), shifts, factors));
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
            Extreme = extreme,
            Slots = slots,
            EventSum = EventSum(slots, features, weights, width),
        };
    }

    // Whether the largest distance from the first row is no number to square, though there is one.
    private static bool IsExtreme(double[] features, int column, int width)
    {
        double largest = 0;
        for (int at = column; at < features.Length; at += width)
        {
            largest = Math.Max(largest, Math.Abs(features[at]));
        }

        return largest is > Largest or (> 0 and < 1 / Largest);
    }

    // Moves a row to the first one, and takes it into the sums of the columns and of their squares.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Take(Span<double> row, ReadOnlySpan<double> first, double weight, Span<double> sum)
    {
        var by = Vector512.Create(weight);
        for (int column = 0; column < row.Length; column += Lanes.Count)
        {
            Vector512<double> value = Vector512.Create<double>(row[column..]) - Vector512.Create(first[column..]);
            Vector512<double> weighted = by * value;
            value.CopyTo(row[column..]);
            (Vector512.Create<double>(sum[column..]) + weighted).CopyTo(sum[column..]);
            Lanes.MultiplyAdd(weighted, value, Vector512.Create<double>(sum[(row.Length + column)..])).CopyTo(sum[(row.Length + column)..]);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Scale(Span<double> rows, ReadOnlySpan<double> shifts, ReadOnlySpan<double> factors)
    {
        for (int from = 0; from < rows.Length; from += shifts.Length)
        {
            for (int column = 0; column < shifts.Length; column += Lanes.Count)
            {
                Span<double> values = rows[(from + column)..];
                ((Vector512.Create<double>(values) - Vector512.Create(shifts[column..])) * Vector512.Create(factors[column..])).CopyTo(values);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static double[] EventSum(CoxSlots slots, double[] features, double[] weights, int width)
    {
        double[] sum = new double[width];
        for (int slot = 0; slot < slots.Count; slot++)
        {
            for (int place = slots.Ends[slot] - slots.Events[slot]; place < slots.Ends[slot]; place++)
            {
                var by = Vector512.Create(weights[place]);
                ReadOnlySpan<double> row = features.AsSpan(place * width, width);
                for (int column = 0; column < row.Length; column += Lanes.Count)
                {
                    Lanes.MultiplyAdd(by, Vector512.Create(row[column..]), Vector512.Create<double>(sum.AsSpan(column))).CopyTo(sum.AsSpan(column));
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
