namespace CustomerInsight.Models;

/// <summary>Some of many rows, chosen by their contents, so that the same are chosen however the rows came.</summary>
internal static class RowSample
{
    /// <summary>Chooses about as many rows as wanted.</summary>
    public static int[] Of(double[] values, int width, int wanted, ParallelOptions parallel)
    {
        int rows = values.Length / width;
        ulong limit = (ulong)(wanted / (double)rows * ulong.MaxValue);
        int size = RowChunks.RowsFor(width);
        var chosen = new List<int>[RowChunks.Count(rows, size)];
        RowChunks.For(rows, size, parallel, (chunk, from, to) =>
        {
            chosen[chunk] = [];
            for (int row = from; row < to; row++)
            {
                if (RowHash.Of(values.AsSpan(row * width, width)) < limit)
                {
                    chosen[chunk].Add(row);
                }
            }
        });
        return [.. chosen.SelectMany(static rows => rows)];
    }
}
