namespace CustomerInsight.Models;

/// <summary>Finds what would be at some places if numbers were sorted, without sorting them.</summary>
/// <remarks>
/// By radix: numbers are mapped to whole numbers of the same order, counted by their upper 16 bits, and only those that share them with a wanted one are looked at further.
/// Time O(n) for few places.
/// </remarks>
internal static class OrderStatistics
{
    private const int DigitBits = 16;
    private const int Digits = 1 << DigitBits;

    // Fewer than this are sorted at once.
    private const int Few = 4_096;

    /// <summary>Gives the values at places of the sorted order.</summary>
    /// <param name="values">Numbers, none of them NaN; at least one.</param>
    /// <param name="places">Places from 0, in any order.</param>
    public static double[] At(ReadOnlySpan<double> values, ReadOnlySpan<int> places)
    {
        double[] found = new double[places.Length];
        ulong[] keys = new ulong[values.Length];
        for (int i = 0; i < keys.Length; i++)
        {
            keys[i] = KeyOf(values[i]);
        }

        int[] wanted = [.. Enumerable.Range(0, places.Length)];
        int[] ranks = places.ToArray();
        Array.Sort(ranks, wanted);
        Select(keys, keys.Length, 64 - DigitBits, 0, ranks, wanted, found);
        return found;
    }

    /// <summary>Gives the quantiles 1/bins, 2/bins, … of type 7: linear between the values around them.</summary>
    /// <param name="values">Numbers, none of them NaN; at least one.</param>
    /// <param name="bins">How many bins they part.</param>
    public static double[] Quantiles(ReadOnlySpan<double> values, int bins)
    {
        // The position in whole numbers: 0.7 × 10 is not 7 in floating point, and a threshold an ulp off would part equal customers.
        var places = new int[2 * (bins - 1)];
        for (int bin = 1; bin < bins; bin++)
        {
            int low = (int)((values.Length - 1L) * bin / bins);
            places[2 * (bin - 1)] = low;
            places[(2 * (bin - 1)) + 1] = Math.Min(low + 1, values.Length - 1);
        }

        double[] found = At(values, places);
        double[] thresholds = new double[bins - 1];
        for (int bin = 1; bin < bins; bin++)
        {
            double at = found[2 * (bin - 1)];
            double next = found[(2 * (bin - 1)) + 1];
            long rest = (values.Length - 1L) * bin % bins;
            thresholds[bin - 1] = rest == 0 ? at : Math.Min(next, at + ((double)rest / bins * (next - at)));
        }

        return thresholds;
    }

    /// <summary>Finds the values at ranks among keys that are alike above <paramref name="shift"/> + 16 bits; the smallest of them has the rank <paramref name="first"/>.</summary>
    private static void Select(ulong[] keys, int count, int shift, int first, ReadOnlySpan<int> ranks, ReadOnlySpan<int> wanted, double[] found)
    {
        if (count <= Few)
        {
            Array.Sort(keys, 0, count);
            for (int i = 0; i < ranks.Length; i++)
            {
                found[wanted[i]] = ValueOf(keys[ranks[i] - first]);
            }

            return;
        }

        int[] counts = new int[Digits];
        foreach (ulong key in keys.AsSpan(0, count))
        {
            counts[(int)(key >> shift) & (Digits - 1)]++;
        }

        int digit = 0;
        for (int i = 0; i < ranks.Length;)
        {
            for (; ranks[i] >= first + counts[digit]; digit++)
            {
                first += counts[digit];
            }

            int end = i + 1;
            while (end < ranks.Length && ranks[end] < first + counts[digit])
            {
                end++;
            }

            ulong[] alike = Alike(keys.AsSpan(0, count), shift, digit, counts[digit]);
            if (shift == 0)
            {
                for (int rank = i; rank < end; rank++)
                {
                    found[wanted[rank]] = ValueOf(alike[0]);
                }
            }
            else
            {
                Select(alike, alike.Length, shift - DigitBits, first, ranks[i..end], wanted[i..end], found);
            }

            i = end;
        }
    }

    private static ulong[] Alike(ReadOnlySpan<ulong> keys, int shift, int digit, int count)
    {
        ulong[] alike = new ulong[count];
        int next = 0;
        foreach (ulong key in keys)
        {
            if (((int)(key >> shift) & (Digits - 1)) == digit)
            {
                alike[next++] = key;
            }
        }

        return alike;
    }

    // Of a number below zero all bits are turned round, of another the sign alone; then they are in the order of whole numbers.
    private static ulong KeyOf(double value)
    {
        // Zero has two signs, and they are equal.
        ulong bits = BitConverter.DoubleToUInt64Bits(value + 0.0);
        return (long)bits < 0 ? ~bits : bits | 0x8000_0000_0000_0000;
    }

    private static double ValueOf(ulong key) => BitConverter.UInt64BitsToDouble((key & 0x8000_0000_0000_0000) != 0 ? key & 0x7FFF_FFFF_FFFF_FFFF : ~key);
}
