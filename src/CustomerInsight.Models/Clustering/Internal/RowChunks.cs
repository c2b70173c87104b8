namespace CustomerInsight.Models;

/// <summary>Work over rows in chunks that depend on the data alone, so that sums added in the order of the chunks are the same for any number of threads.</summary>
internal static class RowChunks
{
    private const int NumbersPerChunk = 1 << 16;

    /// <summary>How many rows of a width make a chunk that fills a core's cache without outgrowing it.</summary>
    public static int RowsFor(int width) => Math.Max(256, NumbersPerChunk / width);

    public static int Count(int rows, int size) => (int)(((long)rows + size - 1) / size);

    /// <summary>Does the work of each chunk: its number, its first row, and the row after its last.</summary>
    public static void For(int rows, int size, ParallelOptions parallel, Action<int, int, int> work)
    {
        int chunks = Count(rows, size);
        if (chunks <= 1 || parallel.MaxDegreeOfParallelism == 1)
        {
            for (int chunk = 0; chunk < chunks; chunk++)
            {
                parallel.CancellationToken.ThrowIfCancellationRequested();
                work(chunk, chunk * size, (int)Math.Min(rows, ((long)chunk + 1) * size));
            }

            return;
        }

        System.Threading.Tasks.Parallel.For(0, chunks, parallel, chunk => work(chunk, chunk * size, (int)Math.Min(rows, ((long)chunk + 1) * size)));
    }
}
