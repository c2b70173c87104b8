namespace CustomerInsight.Models;

/// <summary>An order of rows that depends on their numbers alone, so that what is drawn at random is the same however the rows came.</summary>
internal static class RowOrder
{
    /// <summary>The rows by the hash of their numbers. Rows with the same numbers are next to each other; which of them is first does not matter.</summary>
    /// <param name="data">The rows as they were measured: a scale that was fitted to them in another order may differ in its last digits.</param>
    /// <param name="numbers">Which rows; null for all.</param>
    /// <param name="parallel">On how many threads, and what stops it.</param>
    /// <returns>Places in <paramref name="numbers"/>.</returns>
    public static int[] Of(FeatureMatrix data, int[]? numbers, ParallelOptions parallel) => Of(data.Array, data.Columns.Count, numbers, parallel);

    /// <summary>The same of rows that are all.</summary>
    public static int[] Of(double[] values, int width, ParallelOptions parallel) => Of(values, width, null, parallel);

    /// <summary>The rows by their first number, equal ones by their second, and so on: an order of which a person can tell why.</summary>
    /// <param name="values">The rows' numbers, none of them missing in the rows asked for.</param>
    /// <param name="width">How many numbers a row has.</param>
    /// <param name="numbers">Which rows; null for all.</param>
    /// <returns>The numbers of these rows.</returns>
    public static int[] Rising(double[] values, int width, int[]? numbers = null)
    {
        int[] order = numbers is null ? [.. Enumerable.Range(0, values.Length / width)] : [.. numbers];
        double[] keys = [.. order.Select(row => values[row * width])];
        Array.Sort(keys, order);

        // Numbers are sorted much faster than rows are compared, so only what the first number leaves open is compared.
        var byAll = Comparer<int>.Create((left, right) => values.AsSpan(left * width, width).SequenceCompareTo(values.AsSpan(right * width, width)));
        for (int from = 0, to; from < order.Length; from = to)
        {
            for (to = from + 1; to < order.Length && keys[to] == keys[from]; to++)
            {
            }

            Array.Sort(order, from, to - from, byAll);
        }

        return order;
    }

    /// <summary>Evenly chosen places of the order, so that rows of which there are many are many in the choice too.</summary>
    public static int[] Thin(int[] order, int most) => order.Length <= most
        ? order
        : [.. Enumerable.Range(0, most).Select(i => order[(int)(((long)i * order.Length) / most)])];

    /// <summary>Copies rows in an order.</summary>
    public static double[] Take(double[] values, int width, int[] order)
    {
        double[] taken = GC.AllocateUninitializedArray<double>(order.Length * width);
        for (int i = 0; i < order.Length; i++)
        {
            values.AsSpan(order[i] * width, width).CopyTo(taken.AsSpan(i * width));
        }

        return taken;
    }

    private static int[] Of(double[] values, int width, int[]? numbers, ParallelOptions parallel)
    {
        int rows = numbers?.Length ?? (values.Length / width);
        ulong[] hashes = new ulong[rows];
        RowChunks.For(rows, RowChunks.RowsFor(width), parallel, (_, from, to) =>
        {
            for (int row = from; row < to; row++)
            {
                ulong hash = 0;
                foreach (double value in values.AsSpan((numbers?[row] ?? row) * width, width))
                {
                    // Nought and minus nought are one number.
                    hash = StableHash.Combine(hash, BitConverter.DoubleToUInt64Bits(value + 0.0));
                }

                hashes[row] = hash;
            }
        });
        return HashOrder.Of(hashes, parallel);
    }
}
