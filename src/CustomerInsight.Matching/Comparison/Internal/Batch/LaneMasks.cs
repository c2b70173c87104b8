using System.Runtime.CompilerServices;

namespace CustomerInsight.Matching;

/// <summary>Where the units of many texts stand in one text, as words side by side.</summary>
/// <typeparam name="TLanes">The instructions.</typeparam>
/// <typeparam name="TVector">Their vector.</typeparam>
/// <typeparam name="TWord">The word: one bit for each unit of the text.</typeparam>
internal static class LaneMasks<TLanes, TVector, TWord>
    where TLanes : struct, ILanes<TVector>
    where TVector : struct
    where TWord : struct
{
    /// <summary>
    /// Looks up the mask of each code. A byte of all masks comes from one look; the words are put together of them, which changes the order of the
    /// texts until <see cref="Narrow"/>.
    /// </summary>
    /// <param name="codes">The codes of as many texts as the vector has bytes; those of the next unit are <see cref="PackedTexts.Lanes"/> bytes on.</param>
    /// <param name="length">The length of the texts.</param>
    /// <param name="tables">A table of 64 bytes for each byte of the word.</param>
    /// <param name="masks">For each unit as many vectors as the word has bytes.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Fill(ref byte codes, int length, ref byte tables, ref byte masks)
    {
        nint vector = Unsafe.SizeOf<TVector>();
        nint end = (nint)length * PackedTexts.Lanes;
        for (nint i = 0; i < end; i += PackedTexts.Lanes)
        {
            TVector code = TLanes.Load(ref Unsafe.Add(ref codes, i));
            TVector first = TLanes.Lookup(ref tables, code);
            if (Unsafe.SizeOf<TWord>() == sizeof(byte))
            {
                TLanes.Store(first, ref masks);
                masks = ref Unsafe.Add(ref masks, vector);
                continue;
            }

            TVector second = TLanes.Lookup(ref Unsafe.Add(ref tables, TextAlphabet.Most), code);
            TVector low = TLanes.InterleaveLow<byte>(first, second);
            TVector high = TLanes.InterleaveHigh<byte>(first, second);
            if (Unsafe.SizeOf<TWord>() == sizeof(ushort))
            {
                TLanes.Store(low, ref masks);
                TLanes.Store(high, ref Unsafe.Add(ref masks, vector));
                masks = ref Unsafe.Add(ref masks, 2 * vector);
                continue;
            }

            TVector third = TLanes.Lookup(ref Unsafe.Add(ref tables, 2 * TextAlphabet.Most), code);
            TVector fourth = TLanes.Lookup(ref Unsafe.Add(ref tables, 3 * TextAlphabet.Most), code);
            TVector upperLow = TLanes.InterleaveLow<byte>(third, fourth);
            TVector upperHigh = TLanes.InterleaveHigh<byte>(third, fourth);
            TLanes.Store(TLanes.InterleaveLow<ushort>(low, upperLow), ref masks);
            TLanes.Store(TLanes.InterleaveHigh<ushort>(low, upperLow), ref Unsafe.Add(ref masks, vector));
            TLanes.Store(TLanes.InterleaveLow<ushort>(high, upperHigh), ref Unsafe.Add(ref masks, 2 * vector));
            TLanes.Store(TLanes.InterleaveHigh<ushort>(high, upperHigh), ref Unsafe.Add(ref masks, 3 * vector));
            masks = ref Unsafe.Add(ref masks, 4 * vector);
        }
    }

    /// <summary>Words up to 255, one for each text, as bytes in the order of the texts.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Narrow(ref byte words)
    {
        nint vector = Unsafe.SizeOf<TVector>();
        TVector first = TLanes.Load(ref words);
        if (Unsafe.SizeOf<TWord>() == sizeof(byte))
        {
            return first;
        }

        TVector second = TLanes.Load(ref Unsafe.Add(ref words, vector));
        if (Unsafe.SizeOf<TWord>() == sizeof(ushort))
        {
            return TLanes.Narrow<ushort>(first, second);
        }

        TVector third = TLanes.Load(ref Unsafe.Add(ref words, 2 * vector));
        TVector fourth = TLanes.Load(ref Unsafe.Add(ref words, 3 * vector));
        return TLanes.Narrow<ushort>(TLanes.Narrow<uint>(first, second), TLanes.Narrow<uint>(third, fourth));
    }
}
