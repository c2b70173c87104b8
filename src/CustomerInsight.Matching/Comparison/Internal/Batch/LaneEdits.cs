using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace CustomerInsight.Matching;

/// <summary>Edit distances of one text to many at once: the recurrences of <see cref="EditBits"/> with a text in every lane.</summary>
/// <typeparam name="TLanes">The instructions.</typeparam>
/// <typeparam name="TVector">Their vector.</typeparam>
/// <typeparam name="TWord">The word: one bit for each unit of the one text.</typeparam>
internal static class LaneEdits<TLanes, TVector, TWord>
    where TLanes : struct, ILanes<TVector>
    where TVector : struct
    where TWord : struct, IBinaryInteger<TWord>
{
    /// <summary>Writes the distance of every packed text to its place in the column.</summary>
    /// <param name="texts">The texts.</param>
    /// <param name="text">The one text: from 1 to as many units as the word has bits.</param>
    /// <param name="swaps">Whether a swap of neighbours is one edit (optimal string alignment).</param>
    /// <param name="distances">As long as the column.</param>
    public static void Compare(PackedTexts texts, ReadOnlySpan<char> text, bool swaps, Span<int> distances)
    {
        int vector = Unsafe.SizeOf<TVector>();
        int planes = Unsafe.SizeOf<TWord>();
        Span<byte> tables = stackalloc byte[planes * TextAlphabet.Most];
        texts.Alphabet.Locate(text, tables);
        ref byte table = ref MemoryMarshal.GetReference(tables);
        ref byte masks = ref MemoryMarshal.GetReference(stackalloc byte[PackedTexts.Longest * planes * vector]);
        ref byte words = ref MemoryMarshal.GetReference(stackalloc byte[planes * vector]);
        ref byte codes = ref MemoryMarshal.GetArrayDataReference(texts.Codes);
        ref int order = ref MemoryMarshal.GetArrayDataReference(texts.Order);
        ref int into = ref MemoryMarshal.GetReference(distances);
        TVector counted = TLanes.Repeat(TWord.CreateTruncating(ulong.MaxValue >> (64 - text.Length)));
        foreach (LengthRun run in texts.Runs)
        {
            TVector length = TLanes.Repeat(TWord.CreateTruncating(run.Length));
            for (int from = 0; from < run.Count; from += vector)
            {
                int group = from & -PackedTexts.Lanes;
                LaneMasks<TLanes, TVector, TWord>.Fill(ref Unsafe.Add(ref codes, run.Offset + (group * run.Length) + from - group), run.Length, ref table, ref masks);
                for (int plane = 0; plane < planes; plane++)
                {
                    ref byte first = ref Unsafe.Add(ref masks, plane * vector);
                    TVector distance = swaps
                        ? Osa(ref first, run.Length, length, counted)
                        : Levenshtein(ref first, run.Length, length, counted);
                    TLanes.Store(distance, ref Unsafe.Add(ref words, plane * vector));
                }

                TLanes.Store(LaneMasks<TLanes, TVector, TWord>.Narrow(ref words), ref words);
                int count = Math.Min(vector, run.Count - from);
                ref int place = ref Unsafe.Add(ref order, run.First + from);
                for (nint lane = 0; lane < count; lane++)
                {
                    Unsafe.Add(ref into, Unsafe.Add(ref place, lane)) = Unsafe.Add(ref words, lane);
                }
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Levenshtein(ref byte masks, int length, TVector distance, TVector counted)
    {
        TVector up = TLanes.Repeat(TWord.AllBitsSet);
        TVector down = default;
        for (int i = 0; i < length; i++)
        {
            TVector match = TLanes.Load(ref masks);
            TVector diagonal = TLanes.XorOr(TLanes.Add<TWord>(TLanes.And(match, up), up), up, TLanes.Or(match, down));
            TVector notRight = TLanes.OrAndNot(diagonal, up, down);
            TVector left = TLanes.And(diagonal, up);
            notRight = TLanes.Add<TWord>(notRight, notRight);
            up = TLanes.AndNotOr(notRight, diagonal, TLanes.Add<TWord>(left, left));
            down = TLanes.AndNot(diagonal, notRight);
            masks = ref Unsafe.Add(ref masks, Unsafe.SizeOf<TWord>() * Unsafe.SizeOf<TVector>());
        }

        return Total(distance, up, down, counted);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Osa(ref byte masks, int length, TVector distance, TVector counted)
    {
        TVector up = TLanes.Repeat(TWord.AllBitsSet);
        TVector down = default;
        TVector diagonal = default;
        TVector matchBefore = default;
        for (int i = 0; i < length; i++)
        {
            TVector match = TLanes.Load(ref masks);
            TVector swap = TLanes.AndNot(match, diagonal);
            swap = TLanes.And(TLanes.Add<TWord>(swap, swap), matchBefore);
            diagonal = TLanes.XorOr(TLanes.Add<TWord>(TLanes.And(match, up), up), up, TLanes.Or(match, down, swap));
            TVector notRight = TLanes.OrAndNot(diagonal, up, down);
            TVector left = TLanes.And(diagonal, up);
            notRight = TLanes.Add<TWord>(notRight, notRight);
            up = TLanes.AndNotOr(notRight, diagonal, TLanes.Add<TWord>(left, left));
            down = TLanes.AndNot(diagonal, notRight);
            matchBefore = match;
            masks = ref Unsafe.Add(ref masks, Unsafe.SizeOf<TWord>() * Unsafe.SizeOf<TVector>());
        }

        return Total(distance, up, down, counted);
    }

    /// <summary>The last column's steps added up: from the length of the texts at its top to the distance at its bottom.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Total(TVector top, TVector up, TVector down, TVector counted) => TLanes.Subtract<TWord>(
        TLanes.Add<TWord>(top, TLanes.CountBits<TWord>(TLanes.And(up, counted))), TLanes.CountBits<TWord>(TLanes.And(down, counted)));
}
