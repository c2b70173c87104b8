namespace CustomerInsight.Models;

/// <summary>An order of rows that their contents decide, so that what is drawn by place is the same however the rows came.</summary>
internal static class SampleOrder
{
    /// <summary>The rows without the event, then those with it, each in the order of a seeded hash of their contents. Rows that are alike in everything are next to each other, which of them first does not matter.</summary>
    public static BoostingOrder Of(ClassificationData data, ulong seed, ParallelOptions parallel)
    {
        int width = data.Features.Columns.Count;
        double[] values = data.Features.Array;
        bool[] labels = data.LabelArray;
        double[]? weights = data.WeightArray;
        ulong[] keys = new ulong[data.Rows];
        RowChunks.For(data.Rows, RowChunks.RowsFor(width), parallel, (_, from, to) =>
        {
            for (int row = from; row < to; row++)
            {
                ulong hash = RowHash.Of(values.AsSpan(row * width, width), seed);
                hash = weights is null ? hash : StableHash.Combine(hash, BitConverter.DoubleToUInt64Bits(weights[row]));
                keys[row] = hash;
            }
        });
        int[] byHash = HashOrder.Of([.. keys], parallel);
        int[] order = new int[data.Rows];
        (int without, int with) = (0, data.Rows - data.Positives);
        foreach (int row in byHash)
        {
            order[labels[row] ? with++ : without++] = row;
        }

        return new BoostingOrder(order, keys);
    }
}
