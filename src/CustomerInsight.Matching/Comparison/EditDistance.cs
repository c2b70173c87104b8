namespace CustomerInsight.Matching;

/// <summary>Optimal string alignment distance: insertions, deletions, substitutions and swaps of neighbours, in UTF-16 code units.</summary>
/// <remarks>
/// Each unit takes part in one edit at most (the restricted Damerau–Levenshtein distance).
/// <para>Source: Boytsov, "Indexing methods for approximate dictionary searching", ACM JEA 16, 2011, section 2.1.</para>
/// </remarks>
/// <threadsafety>Safe from many threads.</threadsafety>
public static class EditDistance
{
    private const int OnStack = 128;

    /// <summary>Computes the distance up to a bound.</summary>
    /// <param name="left">One text.</param>
    /// <param name="right">The other.</param>
    /// <param name="atMost">The bound, at least 0: what lies above it is not told apart, which is cheaper.</param>
    /// <returns>The distance, or <paramref name="atMost"/> + 1 where it is more; the same for both orders. Cost O(n·m), no allocation up to 128 units.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="atMost"/> is negative.</exception>
    public static int Osa(ReadOnlySpan<char> left, ReadOnlySpan<char> right, int atMost = int.MaxValue - 1)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(atMost);
        atMost = Math.Min(atMost, int.MaxValue - 1);
        int common = left.CommonPrefixLength(right);
        left = left[common..];
        right = right[common..];
        while (!left.IsEmpty && !right.IsEmpty && left[^1] == right[^1])
        {
            left = left[..^1];
            right = right[..^1];
        }

        if (Math.Abs(left.Length - right.Length) > atMost)
        {
            return atMost + 1;
        }

        int distance = left.IsEmpty ? right.Length : right.IsEmpty ? left.Length : Rows(left, right, atMost);
        return Math.Min(distance, atMost + 1);
    }

    private static int Rows(ReadOnlySpan<char> left, ReadOnlySpan<char> right, int atMost)
    {
        int width = right.Length + 1;
        Span<int> rows = width <= OnStack ? stackalloc int[3 * OnStack] : new int[3 * width];
        Span<int> twoBack = rows[..width];
        Span<int> oneBack = rows.Slice(width, width);
        Span<int> current = rows.Slice(2 * width, width);
        for (int j = 0; j < width; j++)
        {
            oneBack[j] = j;
        }

        for (int i = 1; i <= left.Length; i++)
        {
            current[0] = i;
            int least = i;
            for (int j = 1; j < width; j++)
            {
                int cost = left[i - 1] == right[j - 1] ? 0 : 1;
                int best = Math.Min(Math.Min(oneBack[j] + 1, current[j - 1] + 1), oneBack[j - 1] + cost);
                if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1])
                {
                    best = Math.Min(best, twoBack[j - 2] + 1);
                }

                current[j] = best;
                least = Math.Min(least, best);
            }

            // A swap reaches back two rows but adds one, so no later cell can fall below the least of this row.
            if (least > atMost)
            {
                return atMost + 1;
            }

            Span<int> oldest = twoBack;
            twoBack = oneBack;
            oneBack = current;
            current = oldest;
        }

        return oneBack[width - 1];
    }
}
