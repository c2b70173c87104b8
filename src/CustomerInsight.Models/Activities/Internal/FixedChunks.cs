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
        int length = Math.Max(smallest, (items + MostChunks - 1) / MostChunks);
        int chunks = (int)(((long)items + length - 1) / length);
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
}
