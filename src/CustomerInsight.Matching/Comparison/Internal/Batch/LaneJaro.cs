using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace CustomerInsight.Matching;

/// <summary>Jaro and Jaro–Winkler similarity of one text to many at once, a text in every lane.</summary>
/// <typeparam name="TLanes">The instructions.</typeparam>
/// <typeparam name="TVector">Their vector.</typeparam>
/// <typeparam name="TWord">The word: one bit for each unit of the one text.</typeparam>
internal static class LaneJaro<TLanes, TVector, TWord>
    where TLanes : struct, ILanes<TVector>
    where TVector : struct
    where TWord : struct, IBinaryInteger<TWord>
{
    /// <summary>For the 16 ways in which the first four units can be equal or not: how many are before the first that differs.</summary>
    private static ReadOnlySpan<byte> PrefixOfBits => [0, 1, 0, 2, 0, 1, 0, 3, 0, 1, 0, 2, 0, 1, 0, 4];

    /// <summary>Writes the similarity of every packed text to its place in the column.</summary>
    /// <param name="texts">The texts.</param>
    /// <param name="text">The one text: from 1 to as many units as the word has bits.</param>
    /// <param name="prefix">Whether equal first units count (Jaro–Winkler).</param>
    /// <param name="similarities">As long as the column.</param>
    public static void Compare(PackedTexts texts, ReadOnlySpan<char> text, bool prefix, Span<double> similarities)
    {
        int vector = Unsafe.SizeOf<TVector>();
        int planes = Unsafe.SizeOf<TWord>();
        Span<byte> tables = stackalloc byte[(planes + 1) * TextAlphabet.Most];
        texts.Alphabet.Locate(text, tables);
        Span<byte> prefixes = tables[(planes * TextAlphabet.Most)..];
        if (prefix)
        {
            PrefixOfBits.CopyTo(prefixes);
        }

        ref byte prefixTable = ref MemoryMarshal.GetReference(prefixes);
        ref byte table = ref MemoryMarshal.GetReference(tables);
        ref byte masks = ref MemoryMarshal.GetReference(stackalloc byte[PackedTexts.Longest * planes * vector]);
        ref byte near = ref MemoryMarshal.GetReference(stackalloc byte[PackedTexts.Longest * vector]);
        ref byte taken = ref MemoryMarshal.GetReference(stackalloc byte[PackedTexts.Longest * vector]);
        ref byte matches = ref MemoryMarshal.GetReference(stackalloc byte[planes * vector]);
        ref byte outOfOrder = ref MemoryMarshal.GetReference(stackalloc byte[planes * vector]);
        ref byte beginnings = ref MemoryMarshal.GetReference(stackalloc byte[planes * vector]);
        ref byte places = ref MemoryMarshal.GetReference(stackalloc byte[2 * vector]);
        ref byte codes = ref MemoryMarshal.GetArrayDataReference(texts.Codes);
        ref int order = ref MemoryMarshal.GetArrayDataReference(texts.Order);
        ref double into = ref MemoryMarshal.GetReference(similarities);
        foreach (LengthRun run in texts.Runs)
        {
            int reach = FillNear(text.Length, run.Length, ref near);
            JaroTable results = JaroTable.Of(text.Length, run.Length);
            TVector perPrefix = TLanes.Repeat(results.PerPrefix);
            TVector perMatch = TLanes.Repeat(results.PerMatch);
            for (int from = 0; from < run.Count; from += vector)
            {
                int group = from & -PackedTexts.Lanes;
                LaneMasks<TLanes, TVector, TWord>.Fill(ref Unsafe.Add(ref codes, run.Offset + (group * run.Length) + from - group), run.Length, ref table, ref masks);
                for (int plane = 0; plane < planes; plane++)
                {
                    int at = plane * vector;
                    Match(ref Unsafe.Add(ref masks, at), ref near, ref taken, reach, ref Unsafe.Add(ref matches, at), ref Unsafe.Add(ref outOfOrder, at));
                    TLanes.Store(Beginning(ref Unsafe.Add(ref masks, at), run.Length), ref Unsafe.Add(ref beginnings, at));
                }

                StorePlaces(ref matches, ref outOfOrder, ref beginnings, ref prefixTable, perPrefix, perMatch, ref places);
                int count = Math.Min(vector, run.Count - from);
                ref double result = ref MemoryMarshal.GetArrayDataReference(results.Similarities);
                ref int index = ref Unsafe.Add(ref order, run.First + from);
                for (nint lane = 0; lane < count; lane++)
                {
                    Unsafe.Add(ref into, Unsafe.Add(ref index, lane)) = Unsafe.Add(ref result, (nint)Unsafe.Add(ref Unsafe.As<byte, ushort>(ref places), lane));
                }
            }
        }
    }

    /// <summary>For each unit of the many which units of the one are within the window.</summary>
    /// <returns>How many first units of the many have any.</returns>
    private static int FillNear(int length, int otherLength, ref byte near)
    {
        int window = Math.Max((Math.Max(length, otherLength) / 2) - 1, 0);
        int reach = Math.Min(otherLength, length + window);
        ulong all = ulong.MaxValue >> (64 - length);
        for (int i = 0; i < reach; i++)
        {
            ulong bits = (ulong.MaxValue << Math.Max(0, i - window)) & (ulong.MaxValue >> Math.Max(0, 63 - i - window)) & all;
            TLanes.Store(TLanes.Repeat(TWord.CreateTruncating(bits)), ref Unsafe.Add(ref near, i * Unsafe.SizeOf<TVector>()));
        }

        return reach;
    }

    /// <summary>Counts the matches, and the places at which the matched units of both, each in its order, differ.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Match(ref byte masks, ref byte near, ref byte taken, int reach, ref byte matches, ref byte outOfOrder)
    {
        nint vector = Unsafe.SizeOf<TVector>();
        nint step = Unsafe.SizeOf<TWord>() * vector;
        TVector none = default;
        TVector all = default;
        for (nint i = 0; i < reach; i++)
        {
            TVector free = TLanes.AndAndNot(TLanes.Load(ref Unsafe.Add(ref masks, i * step)), TLanes.Load(ref Unsafe.Add(ref near, i * vector)), all);
            TVector first = TLanes.And(free, TLanes.Subtract<TWord>(none, free));
            all = TLanes.Or(all, first);
            TLanes.Store(first, ref Unsafe.Add(ref taken, i * vector));
        }

        TVector left = all;
        TVector differ = default;
        for (nint i = 0; i < reach; i++)
        {
            // The next matched unit of the one, where the unit i of the other is matched.
            TVector next = TLanes.WhereNotZero<TWord>(TLanes.Load(ref Unsafe.Add(ref taken, i * vector)), TLanes.And(left, TLanes.Subtract<TWord>(none, left)));
            differ = TLanes.AndNotOr(next, TLanes.Load(ref Unsafe.Add(ref masks, i * step)), differ);
            left = TLanes.Xor(left, next);
        }

        TLanes.Store(TLanes.CountBits<TWord>(all), ref matches);
        TLanes.Store(TLanes.CountBits<TWord>(differ), ref outOfOrder);
    }

    /// <summary>Which of the first four units are the same in both, as bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Beginning(ref byte masks, int length)
    {
        TVector same = default;
        for (int i = 0; i < Math.Min(length, JaroWinkler.LongestPrefix); i++)
        {
            TVector place = TLanes.Repeat(TWord.One << i);
            same = TLanes.Or(same, TLanes.And(TLanes.Load(ref Unsafe.Add(ref masks, i * Unsafe.SizeOf<TWord>() * Unsafe.SizeOf<TVector>())), place));
        }

        return same;
    }

    /// <summary>Turns the counts of each text into the place of its similarity in the table.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void StorePlaces(ref byte matches, ref byte outOfOrder, ref byte beginnings, ref byte prefixes, TVector perPrefix, TVector perMatch, ref byte places)
    {
        TVector matched = LaneMasks<TLanes, TVector, TWord>.Narrow(ref matches);
        TVector differ = LaneMasks<TLanes, TVector, TWord>.Narrow(ref outOfOrder);
        TVector prefix = TLanes.Lookup(ref prefixes, LaneMasks<TLanes, TVector, TWord>.Narrow(ref beginnings));
        TVector low = TLanes.MultiplyAdd(TLanes.WidenLow(matched), perMatch, TLanes.WidenLow(differ));
        TVector high = TLanes.MultiplyAdd(TLanes.WidenHigh(matched), perMatch, TLanes.WidenHigh(differ));
        TLanes.Store(TLanes.Halve(TLanes.MultiplyAdd(TLanes.WidenLow(prefix), perPrefix, low)), ref places);
        TLanes.Store(TLanes.Halve(TLanes.MultiplyAdd(TLanes.WidenHigh(prefix), perPrefix, high)), ref Unsafe.Add(ref places, Unsafe.SizeOf<TVector>()));
    }
}
