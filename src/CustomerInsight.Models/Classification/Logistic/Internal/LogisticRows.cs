namespace CustomerInsight.Models;

/// <summary>Rows, labels and weights in an order that depends on them alone, laid out for passes over all of them.</summary>
/// <remarks>The columns are carried to about −1 to 1, exactly up to the rounding of one subtraction, so that no square overflows or is lost.</remarks>
internal sealed class LogisticRows
{
    private LogisticRows(SlabMatrix values, double[] labels, double[] weights, ColumnRange[] ranges) =>
        (Values, Labels, Weights, Ranges) = (values, labels, weights, ranges);

    public SlabMatrix Values { get; }

    /// <summary>Gets 1 for rows with the event and 0 for the others and for those that fill the last slab.</summary>
    public double[] Labels { get; }

    /// <summary>Gets how much each row counts; 0 for those that fill the last slab.</summary>
    public double[] Weights { get; }

    public ColumnRange[] Ranges { get; }

    public static LogisticRows Prepare(ClassificationData data, ParallelOptions parallel)
    {
        var ranges = ColumnRange.Of(data.Features, parallel);
        int width = ranges.Length;
        int[] order = Order(data, parallel);
        double[] middles = [.. ranges.Select(static range => range.Middle)];
        double[] scales = [.. ranges.Select(static range => range.Scale)];
        var values = SlabMatrix.From(data.Features.Array, order, width, parallel, middles, scales);
        double[] labels = new double[values.Slabs * SlabMatrix.SlabRows];
        double[] weights = new double[labels.Length];
        RowChunks.For(order.Length, RowChunks.RowsFor(1), parallel, (_, from, to) =>
        {
            for (int i = from; i < to; i++)
            {
                labels[i] = data.LabelArray[order[i]] ? 1 : 0;
                weights[i] = data.WeightArray?[order[i]] ?? 1;
            }
        });

        return new LogisticRows(values, labels, weights, ranges);
    }

    /// <summary>The rows by the hash of all that is known of them. Rows alike in everything are next to each other; which of them is first does not matter.</summary>
    private static int[] Order(ClassificationData data, ParallelOptions parallel)
    {
        double[] values = data.Features.Array;
        int width = data.Features.Columns.Count;
        var hash = new PairHash(width);
        ulong[] hashes = new ulong[data.Rows];
        RowChunks.For(data.Rows, RowChunks.RowsFor(width), parallel, (_, from, to) =>
        {
            for (int row = from; row < to; row++)
            {
                ulong seed = (data.LabelArray[row] ? 1UL : 0) + BitConverter.DoubleToUInt64Bits(data.WeightArray?[row] ?? 0);
                hashes[row] = hash.Of(values.AsSpan(row * width, width), seed);
            }
        });
        return HashOrder.Of(hashes, parallel);
    }
}
