using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace CustomerInsight.Matching;

/// <summary>Jaro and Jaro–Winkler similarity of two texts, in UTF-16 code units.</summary>
/// <remarks>
/// <para>Source: Winkler, "String Comparator Metrics and Enhanced Decision Rules in the Fellegi–Sunter Model of Record Linkage", 1990;
/// prefix weight 0.1 for up to four equal first units, given only where Jaro is above 0.7.</para>
/// </remarks>
/// <threadsafety>Safe from many threads.</threadsafety>
public static class JaroWinkler
{
    internal const int LongestPrefix = 4;

    private const double PrefixWeight = 0.1;
    private const double BoostAbove = 0.7;
    private const double Rounding = 1e-9;

    /// <summary>Computes Jaro–Winkler similarity.</summary>
    /// <param name="left">One text.</param>
    /// <param name="right">The other.</param>
    /// <param name="atLeast">From which similarity on the result matters, in [0, 1]: what lies below is not told apart, which is cheaper.</param>
    /// <returns>
    /// From 0 to 1; 1 for equal texts, two empty ones included; where it is below <paramref name="atLeast"/>, possibly 0 instead; the same for both
    /// orders. Cost O(n) where both texts have up to 64 units, and no allocation; else O(n·m).
    /// </returns>
    public static double Similarity(ReadOnlySpan<char> left, ReadOnlySpan<char> right, double atLeast = 0) =>
        Compare(left, right, PrefixLength(left, right), atLeast);

    /// <summary>The most that the similarity can be where no more units than some can match, and so many of the first four are the same.</summary>
    internal static double Most(int matches, int prefix, int leftLength, int rightLength)
    {
        if (matches <= 0)
        {
            return 0;
        }

        // A hair more, so that no rounding makes it less than what a pair comes to.
        return Boost(JaroDefinition.Combine(matches, 0, leftLength, rightLength) + Rounding, prefix);
    }

    /// <summary>Computes Jaro similarity.</summary>
    /// <param name="left">One text.</param>
    /// <param name="right">The other.</param>
    /// <param name="atLeast">From which similarity on the result matters, in [0, 1]: what lies below is not told apart, which is cheaper.</param>
    /// <returns>From 0 to 1; where it is below <paramref name="atLeast"/>, possibly 0 instead; the same for both orders.</returns>
    public static double Jaro(ReadOnlySpan<char> left, ReadOnlySpan<char> right, double atLeast = 0) => Compare(left, right, 0, atLeast);

    /// <summary>How many first units are equal, up to <see cref="LongestPrefix"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static int PrefixLength(ReadOnlySpan<char> left, ReadOnlySpan<char> right)
    {
        if (BitConverter.IsLittleEndian && left.Length >= LongestPrefix && right.Length >= LongestPrefix)
        {
            ulong differ = MemoryMarshal.Read<ulong>(MemoryMarshal.AsBytes(left)) ^ MemoryMarshal.Read<ulong>(MemoryMarshal.AsBytes(right));
            return BitOperations.TrailingZeroCount(differ) >> 4;
        }

        return Math.Min(left.CommonPrefixLength(right), LongestPrefix);
    }

    /// <summary>Jaro–Winkler similarity out of Jaro similarity and the number of equal first units.</summary>
    internal static double Boost(double jaro, int prefix) => jaro <= BoostAbove ? jaro : jaro + (prefix * PrefixWeight * (1 - jaro));

    /// <summary>Jaro–Winkler similarity for a known number of equal first units, up to four; 0 for Jaro.</summary>
    internal static double Compare(ReadOnlySpan<char> left, ReadOnlySpan<char> right, int prefix, double atLeast)
    {
        ReadOnlySpan<char> shorter = left.Length <= right.Length ? left : right;
        ReadOnlySpan<char> longer = left.Length <= right.Length ? right : left;
        if (shorter.IsEmpty)
        {
            return longer.IsEmpty ? 1 : 0;
        }

        // Not more than if all of the shorter matched in its order.
        if (atLeast > 0 && JaroTable.Similarity(prefix, shorter.Length, 0, shorter.Length, longer.Length) < atLeast)
        {
            return 0;
        }

        if (longer.Length > JaroBits.Most)
        {
            return Boost(JaroDefinition.Similarity(shorter, longer), prefix);
        }

        return longer.Length switch
        {
            <= PatternMasks8.Most => Short(new PatternMasks8(longer), longer.Length, shorter, prefix, atLeast),
            <= PatternMasks16.Most => Short(new PatternMasks16(longer), longer.Length, shorter, prefix, atLeast),
            _ => Short(new PatternMasks64(longer), longer.Length, shorter, prefix, atLeast),
        };
    }

    /// <summary>Jaro–Winkler similarity of two texts that sketches keep whole; where it is below what matters, possibly 0.</summary>
    internal static double Compare(in TextSketch left, in TextSketch right, double atLeast)
    {
        ref readonly TextSketch shorter = ref left.Length <= right.Length ? ref left : ref right;
        ref readonly TextSketch longer = ref left.Length <= right.Length ? ref right : ref left;
        Span<char> text = stackalloc char[TextSketch.MostUnits];
        shorter.CopyTo(text);
        return Short(longer.Masks, longer.Length, text[..shorter.Length], left.CommonPrefix(right), atLeast);
    }

    private static double Short<TMasks>(TMasks masks, int length, ReadOnlySpan<char> text, int prefix, double atLeast)
        where TMasks : struct, IUnitMasks => JaroBits.Similarity(masks, ref Unsafe.NullRef<byte>(), length, text, prefix, atLeast);
}
