using System.Runtime.InteropServices;

namespace CustomerInsight.Models;

/// <summary>Asks once of rows that are equal, and in parallel: a million customers are often a few thousand patterns.</summary>
internal static class EqualRows
{
    private const int SmallestChunk = 64;

    /// <summary>Asks of each row.</summary>
    /// <param name="rows">The rows, compared by value.</param>
    /// <param name="ask">What to ask of a row; the same for equal rows.</param>
    /// <param name="parallel">How to work.</param>
    /// <param name="progress">Is told of how many rows the answer is known.</param>
    /// <returns>What came out for each row, in their order.</returns>
    public static TAnswer[] Ask<T, TAnswer>(IReadOnlyList<T> rows, Func<T, TAnswer> ask, ParallelOptions parallel, IProgress<int>? progress = null)
        where T : struct, IEquatable<T>
    {
        parallel.CancellationToken.ThrowIfCancellationRequested();
        var places = new Dictionary<T, int>();
        var distinct = new List<T>();
        var counts = new List<int>();
        int[] placeOf = new int[rows.Count];
        for (int i = 0; i < placeOf.Length; i++)
        {
            T row = rows[i];
            ref int place = ref CollectionsMarshal.GetValueRefOrAddDefault(places, row, out bool known);
            if (!known)
            {
                place = distinct.Count;
                distinct.Add(row);
                counts.Add(0);
            }

            placeOf[i] = place;
            counts[place]++;
        }

        TAnswer[] answers = new TAnswer[distinct.Count];
        int done = 0;
        FixedChunks.Run(answers.Length, SmallestChunk, parallel, (from, to) =>
        {
            for (int i = from; i < to; i++)
            {
                parallel.CancellationToken.ThrowIfCancellationRequested();
                answers[i] = ask(distinct[i]);
                int now = Interlocked.Add(ref done, counts[i]);
                progress?.Report(now);
            }

            return to - from;
        });
        TAnswer[] results = new TAnswer[placeOf.Length];
        for (int i = 0; i < results.Length; i++)
        {
            results[i] = answers[placeOf[i]];
        }

        return results;
    }
}
