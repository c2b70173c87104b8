namespace CustomerInsight.Models;

/// <summary>Sorts rows by hashes: parted by their first bits, then part by part.</summary>
internal static class HashOrder
{
    private const int Bits = 12;
    private const int Parts = 1 << Bits;
    private const int WorthParting = 1 << 15;
    private const int RowsPerChunk = 1 << 15;
    private const int PartsPerChunk = 64;

    /// <summary>The numbers of the rows in the order of their hashes. Which of two rows with the same hash is first does not matter to the caller.</summary>
    /// <param name="hashes">A hash for each row, of which all bits are as good; may be sorted by it.</param>
    /// <param name="parallel">On how many threads, and what stops it.</param>
    public static int[] Of(ulong[] hashes, ParallelOptions parallel)
    {
        if (hashes.Length < WorthParting)
        {
            int[] few = [.. Enumerable.Range(0, hashes.Length)];
            Array.Sort(hashes, few);
            return few;
        }

        int chunks = RowChunks.Count(hashes.Length, RowsPerChunk);
        int[][] places = new int[chunks][];
        RowChunks.For(hashes.Length, RowsPerChunk, parallel, (chunk, from, to) =>
        {
            int[] counts = new int[Parts];
            foreach (ulong hash in hashes.AsSpan(from, to - from))
            {
                counts[hash >> (64 - Bits)]++;
            }

            places[chunk] = counts;
        });
        int[] starts = Start(places, hashes.Length);
        ulong[] parted = GC.AllocateUninitializedArray<ulong>(hashes.Length);
        int[] order = GC.AllocateUninitializedArray<int>(hashes.Length);
        RowChunks.For(hashes.Length, RowsPerChunk, parallel, (chunk, from, to) =>
        {
            int[] next = places[chunk];
            for (int row = from; row < to; row++)
            {
                int place = next[hashes[row] >> (64 - Bits)]++;
                parted[place] = hashes[row];
                order[place] = row;
            }
        });
        RowChunks.For(Parts, PartsPerChunk, parallel, (_, from, to) =>
        {
            for (int part = from; part < to; part++)
            {
                Array.Sort(parted, order, starts[part], starts[part + 1] - starts[part]);
            }
        });
        return order;
    }

    /// <summary>Turns counts of chunks and parts into the place where each chunk's rows of a part begin.</summary>
    private static int[] Start(int[][] counts, int rows)
    {
        int[] starts = new int[Parts + 1];
        int place = 0;
        for (int part = 0; part < Parts; part++)
        {
            starts[part] = place;
            foreach (int[] chunk in counts)
            {
                (chunk[part], place) = (place, place + chunk[part]);
            }
        }

        starts[Parts] = rows;
        return starts;
    }
}
