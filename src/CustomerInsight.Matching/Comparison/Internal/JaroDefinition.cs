namespace CustomerInsight.Matching;

/// <summary>Jaro similarity as its definition reads: what the fast form must agree with, and the form for long texts.</summary>
internal static class JaroDefinition
{
    /// <summary>Takes the shorter text first; <see cref="JaroWinkler.Jaro"/> sees to that.</summary>
    public static double Similarity(ReadOnlySpan<char> left, ReadOnlySpan<char> right)
    {
        int window = Math.Max((Math.Max(left.Length, right.Length) / 2) - 1, 0);
        bool[] taken = new bool[right.Length];
        var leftMatches = new List<char>();
        for (int i = 0; i < left.Length; i++)
        {
            for (int j = Math.Max(0, i - window); j <= Math.Min(right.Length - 1, i + window); j++)
            {
                if (!taken[j] && left[i] == right[j])
                {
                    taken[j] = true;
                    leftMatches.Add(left[i]);
                    break;
                }
            }
        }

        if (leftMatches.Count == 0)
        {
            return 0;
        }

        int outOfOrder = 0;
        int next = 0;
        for (int j = 0; j < right.Length; j++)
        {
            if (taken[j] && right[j] != leftMatches[next++])
            {
                outOfOrder++;
            }
        }

        return Combine(leftMatches.Count, outOfOrder / 2, left.Length, right.Length);
    }

    public static double Combine(int matches, int transpositions, int leftLength, int rightLength) =>
        (((double)matches / leftLength) + ((double)matches / rightLength) + ((double)(matches - transpositions) / matches)) / 3;
}
