using System.Numerics;

namespace CustomerInsight.Matching;

/// <summary>Jaro and Jaro–Winkler similarity of two texts, in UTF-16 code units.</summary>
/// <remarks>
/// <para>Source: Winkler, "String Comparator Metrics and Enhanced Decision Rules in the Fellegi–Sunter Model of Record Linkage", 1990;
/// prefix weight 0.1 for up to four equal first units, given only where Jaro is above 0.7.</para>
/// </remarks>
/// <threadsafety>Safe from many threads.</threadsafety>
public static class JaroWinkler
{
    private const double PrefixWeight = 0.1;
    private const double BoostAbove = 0.7;
    private const int LongestPrefix = 4;
    private const int BitsInWord = 64;

    /// <summary>Computes Jaro–Winkler similarity.</summary>
    /// <param name="left">One text.</param>
    /// <param name="right">The other.</param>
    /// <returns>From 0 to 1; 1 for equal texts, two empty ones included; the same for both orders. Cost O(n·m) at most, no allocation up to 64 units.</returns>
    public static double Similarity(ReadOnlySpan<char> left, ReadOnlySpan<char> right)
    {
        double jaro = Jaro(left, right);
        if (jaro <= BoostAbove)
        {
            return jaro;
        }

        int prefix = Math.Min(left.CommonPrefixLength(right), LongestPrefix);
        return jaro + (prefix * PrefixWeight * (1 - jaro));
    }

    /// <summary>Computes Jaro similarity.</summary>
    /// <param name="left">One text.</param>
    /// <param name="right">The other.</param>
    /// <returns>From 0 to 1; the same for both orders.</returns>
    public static double Jaro(ReadOnlySpan<char> left, ReadOnlySpan<char> right)
    {
        if (left.SequenceEqual(right))
        {
            return 1;
        }

        if (left.IsEmpty || right.IsEmpty)
        {
            return 0;
        }

        // Matching is greedy, so one fixed order of the two texts makes the result symmetric.
        if (left.Length > right.Length || (left.Length == right.Length && left.SequenceCompareTo(right) > 0))
        {
            ReadOnlySpan<char> other = left;
            left = right;
            right = other;
        }

        return right.Length <= BitsInWord ? Short(left, right) : JaroDefinition.Similarity(left, right);
    }

    /// <summary>The definition with the flags of matched units held in two words.</summary>
    private static double Short(ReadOnlySpan<char> left, ReadOnlySpan<char> right)
    {
        int window = Math.Max((right.Length / 2) - 1, 0);
        ulong leftFlags = 0;
        ulong rightFlags = 0;
        for (int i = 0; i < left.Length; i++)
        {
            int from = Math.Max(0, i - window);
            int to = Math.Min(right.Length - 1, i + window);
            for (int j = from; j <= to; j++)
            {
                if (right[j] == left[i] && (rightFlags >> j & 1) == 0)
                {
                    leftFlags |= 1UL << i;
                    rightFlags |= 1UL << j;
                    break;
                }
            }
        }

        int matches = BitOperations.PopCount(leftFlags);
        if (matches == 0)
        {
            return 0;
        }

        int outOfOrder = 0;
        for (ulong l = leftFlags, r = rightFlags; l != 0; l &= l - 1, r &= r - 1)
        {
            outOfOrder += left[BitOperations.TrailingZeroCount(l)] != right[BitOperations.TrailingZeroCount(r)] ? 1 : 0;
        }

        return JaroDefinition.Combine(matches, outOfOrder / 2, left.Length, right.Length);
    }
}
