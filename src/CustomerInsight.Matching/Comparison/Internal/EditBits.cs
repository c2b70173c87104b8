using System.Numerics;
using System.Runtime.CompilerServices;

namespace CustomerInsight.Matching;

/// <summary>Edit distances with a column of the table in two words: +1 and −1 steps down the column as bits.</summary>
/// <remarks>
/// <para>Source: Hyyrö, "A bit-vector algorithm for computing Levenshtein and Damerau edit distances", Nordic Journal of Computing 10, 2003,
/// figures 3 and 7, after Myers, JACM 46, 1999. Steps to the right are kept as their complement, which saves operations.</para>
/// </remarks>
internal static class EditBits
{
    /// <summary>The longest pattern.</summary>
    public const int Most = 64;

    /// <summary>Levenshtein distance of a pattern of up to 64 units to a text.</summary>
    /// <param name="masks">The pattern.</param>
    /// <param name="table">What the masks look up in.</param>
    /// <param name="length">Its length.</param>
    /// <param name="text">The text.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Levenshtein<TMasks>(TMasks masks, ref byte table, int length, ReadOnlySpan<char> text)
        where TMasks : struct, IUnitMasks
    {
        ulong up = ulong.MaxValue;
        ulong down = 0;
        foreach (char unit in text)
        {
            ulong match = masks.Of(unit, ref table);
            ulong diagonal = (((match & up) + up) ^ up) | (match | down);
            ulong notRight = ((diagonal | up) & ~down) << 1;
            up = ((diagonal & up) << 1) | (notRight & ~diagonal);
            down = diagonal & ~notRight;
        }

        return Total(text.Length, up, down, length);
    }

    /// <summary>Optimal string alignment distance of a pattern of up to 64 units to a text.</summary>
    /// <param name="masks">The pattern.</param>
    /// <param name="table">What the masks look up in.</param>
    /// <param name="length">Its length.</param>
    /// <param name="text">The text.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Osa<TMasks>(TMasks masks, ref byte table, int length, ReadOnlySpan<char> text)
        where TMasks : struct, IUnitMasks
    {
        ulong up = ulong.MaxValue;
        ulong down = 0;
        ulong diagonal = 0;
        ulong matchBefore = 0;
        foreach (char unit in text)
        {
            ulong match = masks.Of(unit, ref table);
            ulong swap = ((match & ~diagonal) << 1) & matchBefore;
            diagonal = (((match & up) + up) ^ up) | (match | down | swap);
            ulong notRight = ((diagonal | up) & ~down) << 1;
            up = ((diagonal & up) << 1) | (notRight & ~diagonal);
            down = diagonal & ~notRight;
            matchBefore = match;
        }

        return Total(text.Length, up, down, length);
    }

    /// <summary>Either distance, where a small bound lets most pairs end early; where it is above the bound, any number above it.</summary>
    /// <param name="masks">The pattern.</param>
    /// <param name="table">What the masks look up in.</param>
    /// <param name="length">Its length, from 1 to 64.</param>
    /// <param name="text">The text.</param>
    /// <param name="swaps">Whether a swap of neighbours is one edit.</param>
    /// <param name="atMost">The bound.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Bounded<TMasks>(TMasks masks, ref byte table, int length, ReadOnlySpan<char> text, bool swaps, int atMost)
        where TMasks : struct, IUnitMasks
    {
        ulong swapped = swaps ? ulong.MaxValue : 0;
        ulong up = ulong.MaxValue;
        ulong down = 0;
        ulong diagonal = 0;
        ulong matchBefore = 0;

        // Each unit of the text that is left takes away one at most.
        int least = length - text.Length;
        foreach (char unit in text)
        {
            ulong match = masks.Of(unit, ref table);
            ulong swap = ((match & ~diagonal) << 1) & matchBefore & swapped;
            diagonal = (((match & up) + up) ^ up) | (match | down | swap);
            ulong notRight = (diagonal | up) & ~down;
            ulong left = diagonal & up;
            least += 2 - (int)((notRight >> (length - 1)) & 1) - (int)((left >> (length - 1)) & 1);
            if (least > atMost)
            {
                return least;
            }

            notRight <<= 1;
            up = (left << 1) | (notRight & ~diagonal);
            down = diagonal & ~notRight;
            matchBefore = match;
        }

        return least;
    }

    /// <summary>The last column's steps added up: from the length of the text at its top to the distance at its bottom.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Total(int top, ulong up, ulong down, int length)
    {
        ulong beyond = length == Most ? 0 : ulong.MaxValue << length;
        return top + BitOperations.PopCount(up & ~beyond) - BitOperations.PopCount(down & ~beyond);
    }
}
