namespace CustomerInsight.Models;

/// <summary>Work over many items cut into pieces that depend on how many there are alone, so that no result depends on the number of threads.</summary>
internal static class FixedChunks
{
    private const int MostChunks = 64;

    /// <summary>Gives what parallel loops are to be run with.</summary>
    /// <param name="threads">How many threads; 0 for as many as the machine has cores.</param>
    /// <param name="cancellationToken">Stops the loops.</param>
    public static ParallelOptions Parallel(int threads, CancellationToken cancellationToken) => new()
    {
        CancellationToken = cancellationToken,
        MaxDegreeOfParallelism = threads > 0 ? threads : Environment.ProcessorCount,
    };

    /// <summary>Works on each piece.</summary>
    /// <param name="items">How many items there are.</param>
    /// <param name="smallest">How many items are worth a piece of their own.</param>
    /// <param name="parallel">How to work.</param>
    /// <param name="work">Works on the items from a first to, but without, a last.</param>
    /// <returns>What each piece gave, in the order of the items.</returns>
    public static T[] Run<T>(int items, int smallest, ParallelOptions parallel, Func<int, int, T> work)
    {
        (int length, int chunks) = Cut(items, smallest);
        var results = new T[chunks];
        if (chunks == 1)
        {
            parallel.CancellationToken.ThrowIfCancellationRequested();
            results[0] = work(0, items);
        }
        else
        {
            System.Threading.Tasks.Parallel.For(0, chunks, parallel, chunk => results[chunk] = work(chunk * length, Math.Min(items, (chunk + 1) * length)));
        }

        return results;
    }

    /// <summary>Works on each piece, and takes in what a piece gave as soon as all before it are taken in, so that few are kept at a time.</summary>
    /// <param name="items">How many items there are.</param>
    /// <param name="smallest">How many items are worth a piece of their own.</param>
    /// <param name="parallel">How to work.</param>
    /// <param name="work">Works on the items from a first to, but without, a last.</param>
    /// <param name="take">Takes in what a piece gave: one after the other, in the order of the items.</param>
    public static void Run<T>(int items, int smallest, ParallelOptions parallel, Func<int, int, T> work, Action<T> take)
    {
        (int length, int chunks) = Cut(items, smallest);
        var waiting = new Dictionary<int, T>();
        int started = -1;
        int next = 0;

        // The loop is over workers, not over pieces: they are to be done in order, as far as threads allow.
        int workers = Math.Min(chunks, parallel.MaxDegreeOfParallelism);
        System.Threading.Tasks.Parallel.For(0, workers, parallel, (_, state) =>
        {
            int chunk;
            while ((chunk = Interlocked.Increment(ref started)) < chunks && !state.ShouldExitCurrentIteration)
            {
                parallel.CancellationToken.ThrowIfCancellationRequested();
                T result = work(chunk * length, Math.Min(items, (chunk + 1) * length));
                lock (waiting)
                {
                    waiting.Add(chunk, result);
                    while (waiting.Remove(next, out T? ready))
                    {
                        take(ready);
                        next++;
                    }
                }
            }
        });
    }

    private static (int Length, int Chunks) Cut(int items, int smallest)
    {
        int length = Math.Max(smallest, (int)(((long)items + MostChunks - 1) / MostChunks));
        return (length, (int)(((long)items + length - 1) / length));
    }
}
