namespace CustomerInsight.Matching;

/// <summary>Levenshtein and optimal string alignment distance row by row, as their recurrence reads: for long texts.</summary>
internal static class EditRows
{
    private const int OnStack = 128;

    /// <summary>The distance; where it is above the bound, any number above it.</summary>
    public static int Distance(ReadOnlySpan<char> left, ReadOnlySpan<char> right, bool swaps, int atMost)
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
                if (swaps && i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1])
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
