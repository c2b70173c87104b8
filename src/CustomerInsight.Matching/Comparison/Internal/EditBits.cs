using System.Numerics;
using System.Runtime.CompilerServices;

namespace CustomerInsight.Matching;

/// <summary>Edit distances with a column of the table in two words: +1 and −1 steps down the column as bits.</summary>
/// <remarks>
/// <para>Source: Hyyrö, "A bit-vector algorithm for computing Levenshtein and Damerau edit distances", Nordic Journal of Computing 10, 2003,
/// figures 3 and 7, after Myers, JACM 46, 1999.</para>
/// </remarks>
internal static class EditBits
{
    /// <summary>Levenshtein distance of a pattern of 1 to 64 units to a text; where it is above the bound, any number above it.</summary>
    public static int Levenshtein(ReadOnlySpan<char> pattern, ReadOnlySpan<char> text, int atMost)
    {
        var masks = new UnitMasks(pattern, stackalloc char[UnitMasks.Most]);
        int last = pattern.Length - 1;
        int distance = pattern.Length;
        ulong up = ulong.MaxValue;
        ulong down = 0;
        for (int i = 0; i < text.Length; i++)
        {
            ulong match = masks.Of(text[i]);
            ulong diagonal = (((match & up) + up) ^ up) | match | down;
            ulong right = down | ~(diagonal | up);
            ulong left = diagonal & up;
            distance += (int)(right >> last & 1) - (int)(left >> last & 1);

            // Each unit of the text that is left takes away one at most.
            if (distance - (text.Length - 1 - i) > atMost)
            {
                return atMost + 1;
            }

            right = (right << 1) | 1;
            up = (left << 1) | ~(diagonal | right);
            down = right & diagonal;
        }

        return distance;
    }

    /// <summary>Optimal string alignment distance of a pattern of 1 to 64 units to a text; where it is above the bound, any number above it.</summary>
    public static int Osa(ReadOnlySpan<char> pattern, ReadOnlySpan<char> text, int atMost)
    {
        var masks = new UnitMasks(pattern, stackalloc char[UnitMasks.Most]);
        int last = pattern.Length - 1;
        int distance = pattern.Length;
        ulong up = ulong.MaxValue;
        ulong down = 0;
        ulong diagonal = 0;
        ulong matchBefore = 0;
        for (int i = 0; i < text.Length; i++)
        {
            ulong match = masks.Of(text[i]);
            ulong swap = ((~diagonal & match) << 1) & matchBefore;
            diagonal = (((match & up) + up) ^ up) | match | down | swap;
            ulong right = down | ~(diagonal | up);
            ulong left = diagonal & up;
            distance += (int)(right >> last & 1) - (int)(left >> last & 1);
            if (distance - (text.Length - 1 - i) > atMost)
            {
                return atMost + 1;
            }

            right = (right << 1) | 1;
            up = (left << 1) | ~(diagonal | right);
            down = right & diagonal;
            matchBefore = match;
        }

        return distance;
    }

    /// <summary>Levenshtein distance of a pattern of 1 to 64 units, which is prepared, to a text.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Levenshtein<TMasks>(in TMasks masks, int length, ReadOnlySpan<char> text)
        where TMasks : struct, IUnitMasks
    {
        ulong up = ulong.MaxValue;
        ulong down = 0;
        foreach (char unit in text)
        {
            ulong match = masks.Of(unit);
            ulong diagonal = (((match & up) + up) ^ up) | match | down;
            ulong right = ((down | ~(diagonal | up)) << 1) | 1;
            up = ((diagonal & up) << 1) | ~(diagonal | right);
            down = right & diagonal;
        }

        return Total(text.Length, up, down, length);
    }

    /// <summary>Optimal string alignment distance of a pattern of 1 to 64 units, which is prepared, to a text.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Osa<TMasks>(in TMasks masks, int length, ReadOnlySpan<char> text)
        where TMasks : struct, IUnitMasks
    {
        ulong up = ulong.MaxValue;
        ulong down = 0;
        ulong diagonal = 0;
        ulong matchBefore = 0;
        foreach (char unit in text)
        {
            ulong match = masks.Of(unit);
            ulong swap = ((~diagonal & match) << 1) & matchBefore;
            diagonal = (((match & up) + up) ^ up) | match | down | swap;
            ulong right = ((down | ~(diagonal | up)) << 1) | 1;
            up = ((diagonal & up) << 1) | ~(diagonal | right);
            down = right & diagonal;
            matchBefore = match;
        }

        return Total(text.Length, up, down, length);
    }

    /// <summary>The last column's steps added up: from the length of the text at its top to the distance at its bottom.</summary>
    private static int Total(int top, ulong up, ulong down, int length)
    {
        ulong counted = ulong.MaxValue >> (64 - length);
        return top + BitOperations.PopCount(up & counted) - BitOperations.PopCount(down & counted);
    }
}
