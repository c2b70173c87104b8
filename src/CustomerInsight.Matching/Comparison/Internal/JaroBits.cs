using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace CustomerInsight.Matching;

/// <summary>Jaro's matches of two texts of up to 64 units, with the units in words: those that match in the window, and those taken.</summary>
internal static class JaroBits
{
    /// <summary>The longest text, on both sides.</summary>
    public const int Most = 64;

    private const int Windows = Most / 2;

    /// <summary>For each window and each place of one text: the places of the other that are within the window.</summary>
    private static readonly ulong[] Near = MakeNear();

    /// <summary>Jaro–Winkler similarity of two texts, or possibly 0 where it is below what matters.</summary>
    /// <remarks>It is the same for both orders: a unit takes the first free one in its window, so the matches of equal units never cross.</remarks>
    /// <param name="masks">One text.</param>
    /// <param name="table">What the masks look up in.</param>
    /// <param name="length">Its length, from 1 to 64.</param>
    /// <param name="text">The other text, of 1 to 64 units.</param>
    /// <param name="prefix">How many first units are equal, up to four; 0 for Jaro.</param>
    /// <param name="atLeast">From which similarity on the result matters.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Similarity<TMasks>(TMasks masks, ref byte table, int length, ReadOnlySpan<char> text, int prefix, double atLeast)
        where TMasks : struct, IUnitMasks
    {
        ref ulong near = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(Near), Window(length, text.Length) * Most);
        ref char units = ref MemoryMarshal.GetReference(text);
        ulong taken = 0;
        ulong crossed = 0;
        for (nint i = 0; i < text.Length; i++)
        {
            ulong free = masks.Of(Unsafe.Add(ref units, i), ref table) & Unsafe.Add(ref near, i) & ~taken;
            ulong first = free & (0 - free);
            crossed |= taken & (0 - first);
            taken |= first;
        }

        int matches = BitOperations.PopCount(taken);
        double inOrder = JaroTable.Similarity(prefix, matches, 0, length, text.Length);

        // Where no match lies before an earlier one, both sides' matches are in the same order.
        return crossed == 0 ? inOrder
            : inOrder < atLeast ? 0
            : JaroTable.Similarity(prefix, matches, OutOfOrder(masks, ref table, taken, ref near, text), length, text.Length);
    }

    private static int Window(int length, int otherLength) => Math.Max((Math.Max(length, otherLength) / 2) - 1, 0);

    /// <summary>Counts the places at which the matched units of both, each in its order, differ: a second way through, now that all of the one text's are known.</summary>
    private static int OutOfOrder<TMasks>(TMasks masks, ref byte table, ulong matched, ref ulong near, ReadOnlySpan<char> text)
        where TMasks : struct, IUnitMasks
    {
        ref char units = ref MemoryMarshal.GetReference(text);
        ulong left = matched;
        ulong taken = 0;
        ulong differ = 0;
        for (nint i = 0; i < text.Length; i++)
        {
            ulong same = masks.Of(Unsafe.Add(ref units, i), ref table);
            ulong free = same & Unsafe.Add(ref near, i) & ~taken;
            ulong negative = 0 - free;

            // All bits where any is free: a branch would be guessed wrong as often as not.
            ulong next = left & (0 - left) & (ulong)((long)(free | negative) >> (Most - 1));
            taken |= free & negative;
            differ |= next & ~same;
            left ^= next;
        }

        return BitOperations.PopCount(differ);
    }

    private static ulong[] MakeNear()
    {
        ulong[] near = new ulong[Windows * Most];
        for (int window = 0; window < Windows; window++)
        {
            for (int i = 0; i < Most; i++)
            {
                near[(window * Most) + i] = (ulong.MaxValue << Math.Max(0, i - window)) & (ulong.MaxValue >> Math.Max(0, Most - 1 - i - window));
            }
        }

        return near;
    }
}
