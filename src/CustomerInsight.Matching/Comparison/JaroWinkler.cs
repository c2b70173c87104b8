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
    internal const int LongestPrefix = 4;
    private const double Rounding = 1e-9;

    /// <summary>Computes Jaro–Winkler similarity.</summary>
    /// <param name="left">One text.</param>
    /// <param name="right">The other.</param>
    /// <param name="atLeast">From which similarity on the result matters, in [0, 1]: what lies below is not told apart, which is cheaper.</param>
    /// <returns>
    /// From 0 to 1; 1 for equal texts, two empty ones included; where it is below <paramref name="atLeast"/>, possibly 0 instead; the same for both
    /// orders. Cost O(n) where both texts have up to 64 units, and no allocation; else O(n·m).
    /// </returns>
    public static double Similarity(ReadOnlySpan<char> left, ReadOnlySpan<char> right, double atLeast = 0)
    {
        int prefix = Math.Min(left.CommonPrefixLength(right), LongestPrefix);
        double boost = prefix * PrefixWeight;
        double jaro = Jaro(left, right, atLeast <= BoostAbove ? atLeast : Math.Max(BoostAbove, (atLeast - boost) / (1 - boost)));
        return Boost(jaro, prefix);
    }

    /// <summary>The most that the similarity can be where no more units than some can match, and so many of the first four are the same.</summary>
    internal static double Most(int matches, int prefix, int leftLength, int rightLength)
    {
        if (matches <= 0)
        {
            return 0;
        }

        double jaro = JaroDefinition.Combine(matches, 0, leftLength, rightLength) + Rounding;
        return jaro <= BoostAbove ? jaro : jaro + (prefix * PrefixWeight * (1 - jaro));
    }

    /// <summary>Computes Jaro similarity.</summary>
    /// <param name="left">One text.</param>
    /// <param name="right">The other.</param>
    /// <param name="atLeast">From which similarity on the result matters, in [0, 1]: what lies below is not told apart, which is cheaper.</param>
    /// <returns>From 0 to 1; where it is below <paramref name="atLeast"/>, possibly 0 instead; the same for both orders.</returns>
    public static double Jaro(ReadOnlySpan<char> left, ReadOnlySpan<char> right, double atLeast = 0)
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

        double enough = atLeast - Rounding;
        return JaroDefinition.Combine(left.Length, 0, left.Length, right.Length) < enough ? 0
            : right.Length <= UnitMasks.Most ? Short(left, right, enough)
            : JaroDefinition.Similarity(left, right);
    }

    /// <summary>Jaro–Winkler similarity out of Jaro similarity and the number of equal first units.</summary>
    internal static double Boost(double jaro, int prefix) => jaro <= BoostAbove ? jaro : jaro + (prefix * PrefixWeight * (1 - jaro));

    /// <summary>The definition with the units in words: those that match in the window, and those taken.</summary>
    private static double Short(ReadOnlySpan<char> left, ReadOnlySpan<char> right, double enough)
    {
        var masks = new UnitMasks(right, stackalloc char[UnitMasks.Most]);
        int window = Math.Max((right.Length / 2) - 1, 0);
        ulong leftFlags = 0;
        ulong rightFlags = 0;
        for (int i = 0; i < left.Length; i++)
        {
            ulong near = (ulong.MaxValue << Math.Max(0, i - window)) & (ulong.MaxValue >> Math.Max(0, UnitMasks.Most - 1 - i - window));
            ulong free = masks.Of(left[i]) & near & ~rightFlags;
            rightFlags |= free & (0 - free);
            leftFlags |= (free == 0 ? 0UL : 1UL) << i;
        }

        int matches = BitOperations.PopCount(leftFlags);
        if (matches == 0 || JaroDefinition.Combine(matches, 0, left.Length, right.Length) < enough)
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
