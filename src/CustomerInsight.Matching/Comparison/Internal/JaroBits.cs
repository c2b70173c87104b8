using System.Numerics;
using System.Runtime.CompilerServices;

namespace CustomerInsight.Matching;

/// <summary>Jaro's matches of two texts of up to 64 units, with the units in words: those that match in the window, and those taken.</summary>
internal static class JaroBits
{
    /// <summary>The longest text, on both sides.</summary>
    public const int Most = 64;

    /// <summary>Counts the matches, and the places at which the matched units of both, each in its order, differ.</summary>
    /// <remarks>Both counts are the same for both orders: a unit takes the first free one in its window, so the matches of equal units never cross.</remarks>
    /// <param name="masks">One text.</param>
    /// <param name="length">Its length, at least 1.</param>
    /// <param name="text">The other text, not empty.</param>
    /// <param name="fewest">With fewer matches than this the places are not counted.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (int Matches, int OutOfOrder) Count<TMasks>(in TMasks masks, int length, ReadOnlySpan<char> text, int fewest)
        where TMasks : struct, IUnitMasks
    {
        int window = Math.Max((Math.Max(length, text.Length) / 2) - 1, 0);
        ulong near = (2UL << window) - 1;
        ulong taken = 0;
        ulong matched = 0;
        for (int i = 0; i < text.Length; i++)
        {
            ulong free = masks.Of(text[i]) & near & ~taken;
            taken |= free & (0 - free);
            matched |= (free == 0 ? 0UL : 1UL) << i;
            near = (near << 1) | (i < window ? 1UL : 0UL);
        }

        int matches = BitOperations.PopCount(taken);
        if (matches < fewest)
        {
            return (matches, 0);
        }

        ulong differ = 0;
        for (; matched != 0; matched &= matched - 1)
        {
            ulong next = taken & (0 - taken);
            differ |= next & ~masks.Of(text[BitOperations.TrailingZeroCount(matched)]);
            taken ^= next;
        }

        return (matches, BitOperations.PopCount(differ));
    }
}
