namespace CustomerInsight.Matching;

/// <summary>The unrestricted Damerau–Levenshtein distance in linear space.</summary>
/// <remarks>
/// <para>Source: Zhao and Sahni, "Linear space string correction algorithm using the Damerau–Levenshtein distance", BMC Bioinformatics 21, 2020,
/// algorithm LS-DL. Where a unit last stood is kept by column here, which needs no table of units.</para>
/// </remarks>
internal static class DamerauRows
{
    private const int OnStack = 128;

    /// <summary>The distance of two texts that are not empty; where it is above the bound, any number above it.</summary>
    public static int Distance(ReadOnlySpan<char> left, ReadOnlySpan<char> right, int atMost)
    {
        // Column 0 of the table stands at index 1; before it lies a column that no edit reaches.
        int width = right.Length + 2;
        int unreachable = Math.Max(left.Length, right.Length) + 1;
        Span<int> rows = right.Length < OnStack ? stackalloc int[4 * (OnStack + 1)] : new int[4 * width];
        Span<int> beforeSwap = rows[..width];
        Span<int> above = rows.Slice(width, width);
        Span<int> current = rows.Slice(2 * width, width);
        Span<int> lastRow = rows.Slice(3 * width, width);
        beforeSwap.Fill(unreachable);
        above.Fill(unreachable);
        lastRow.Fill(-1);
        current[0] = unreachable;
        for (int j = 0; j <= right.Length; j++)
        {
            current[j + 1] = j;
        }

        for (int i = 1; i <= left.Length; i++)
        {
            Span<int> older = above;
            above = current;
            current = older;
            int lastColumn = -1;
            int twoAbove = current[1];
            int beforeLastMatch = unreachable;
            current[1] = i;
            for (int j = 1; j <= right.Length; j++)
            {
                int best = Math.Min(Math.Min(above[j + 1], current[j]) + 1, above[j] + (left[i - 1] == right[j - 1] ? 0 : 1));
                if (left[i - 1] == right[j - 1])
                {
                    lastColumn = j;
                    lastRow[j] = i;
                    beforeSwap[j] = above[j - 1];
                    beforeLastMatch = twoAbove;
                }
                else if (j - lastColumn == 1)
                {
                    best = Math.Min(best, beforeSwap[j] + (i - lastRow[j]));
                }
                else if (i - lastRow[j] == 1)
                {
                    best = Math.Min(best, beforeLastMatch + (j - lastColumn));
                }

                twoAbove = current[j + 1];
                current[j + 1] = best;
            }

            // Each unit of the left text that is left takes away one at most.
            if (current[^1] - (left.Length - i) > atMost)
            {
                return atMost + 1;
            }
        }

        return current[^1];
    }
}
