using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace CustomerInsight.Models;

/// <summary>Sorts many numbers of at least +0 by their bits, which are in the same order, or any whole numbers.</summary>
/// <remarks>From the lowest eleven bits to the highest ones; bits that are alike in all numbers cost nothing. Few numbers are left to the framework.</remarks>
internal static class PositiveSort
{
    private const int Worthwhile = 1_024;
    private const int DigitBits = 11;
    private const int Digits = 6;
    private const int Buckets = 1 << DigitBits;
    private const ulong Sign = 1UL << 63;

    public static void Sort(Span<double> values)
    {
        if (values.Length < Worthwhile)
        {
            values.Sort();
            return;
        }

        SortBits(MemoryMarshal.Cast<double, ulong>(values));
    }

    public static void Sort(Span<ulong> values)
    {
        if (values.Length < Worthwhile)
        {
            values.Sort();
            return;
        }

        SortBits(values);
    }

    /// <summary>Sorts numbers of any sign, none of them NaN; of noughts the sign is dropped.</summary>
    public static void SortSigned(Span<double> values)
    {
        if (values.Length < Worthwhile)
        {
            foreach (ref double value in values)
            {
                value += 0.0;
            }

            values.Sort();
            return;
        }

        Span<ulong> bits = MemoryMarshal.Cast<double, ulong>(values);
        for (int i = 0; i < bits.Length; i++)
        {
            // Of a number below zero all bits are turned round, of another the sign alone; then they are in the order of whole numbers.
            ulong own = BitConverter.DoubleToUInt64Bits(values[i] + 0.0);
            bits[i] = own ^ ((ulong)((long)own >> 63) | Sign);
        }

        SortBits(bits);
        for (int i = 0; i < bits.Length; i++)
        {
            bits[i] ^= ((bits[i] >> 63) - 1) | Sign;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void SortBits(Span<ulong> values)
    {
        int[] counts = new int[Digits * Buckets];
        foreach (ulong value in values)
        {
            for (int digit = 0; digit < Digits; digit++)
            {
                counts[(digit * Buckets) + DigitOf(value, digit)]++;
            }
        }

        ulong[] other = new ulong[values.Length];
        Span<ulong> from = values;
        Span<ulong> to = other;
        for (int digit = 0; digit < Digits; digit++)
        {
            Span<int> places = counts.AsSpan(digit * Buckets, Buckets);
            if (places[DigitOf(values[0], digit)] == values.Length)
            {
                continue;
            }

            int place = 0;
            foreach (ref int count in places)
            {
                (count, place) = (place, place + count);
            }

            foreach (ulong value in from)
            {
                to[places[DigitOf(value, digit)]++] = value;
            }

            Span<ulong> free = from;
            from = to;
            to = free;
        }

        // After an odd number of rounds the numbers are in the other array.
        if (from != values)
        {
            from.CopyTo(values);
        }
    }

    private static int DigitOf(ulong value, int digit) => (int)(value >> (digit * DigitBits)) & (Buckets - 1);
}
