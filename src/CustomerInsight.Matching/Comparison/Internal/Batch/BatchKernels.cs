using System.Runtime.Intrinsics;

namespace CustomerInsight.Matching;

/// <summary>Takes the kernel of a width of vector and the narrowest word that a text fits.</summary>
internal static class BatchKernels
{
    private const int ByteUnits = 8;
    private const int ShortUnits = 16;

    /// <summary>The widest vectors that this processor is fast with.</summary>
    public static BatchPath Best => Lanes512.IsSupported ? BatchPath.Vector512 : Lanes256.IsSupported ? BatchPath.Vector256 : BatchPath.Scalar;

    /// <inheritdoc cref="LaneEdits{TLanes, TVector, TWord}.Compare"/>
    public static void Edits(BatchPath path, PackedTexts texts, ReadOnlySpan<char> text, bool swaps, Span<int> distances)
    {
        if (path == BatchPath.Vector512)
        {
            Edits<Lanes512, Vector512<byte>>(texts, text, swaps, distances);
        }
        else
        {
            Edits<Lanes256, Vector256<byte>>(texts, text, swaps, distances);
        }
    }

    /// <inheritdoc cref="LaneJaro{TLanes, TVector, TWord}.Compare"/>
    public static void Jaro(BatchPath path, PackedTexts texts, ReadOnlySpan<char> text, bool prefix, Span<double> similarities)
    {
        if (path == BatchPath.Vector512)
        {
            Jaro<Lanes512, Vector512<byte>>(texts, text, prefix, similarities);
        }
        else
        {
            Jaro<Lanes256, Vector256<byte>>(texts, text, prefix, similarities);
        }
    }

    private static void Edits<TLanes, TVector>(PackedTexts texts, ReadOnlySpan<char> text, bool swaps, Span<int> distances)
        where TLanes : struct, ILanes<TVector>
        where TVector : struct
    {
        switch (text.Length)
        {
            case <= ByteUnits:
                LaneEdits<TLanes, TVector, byte>.Compare(texts, text, swaps, distances);
                break;
            case <= ShortUnits:
                LaneEdits<TLanes, TVector, ushort>.Compare(texts, text, swaps, distances);
                break;
            default:
                LaneEdits<TLanes, TVector, uint>.Compare(texts, text, swaps, distances);
                break;
        }
    }

    private static void Jaro<TLanes, TVector>(PackedTexts texts, ReadOnlySpan<char> text, bool prefix, Span<double> similarities)
        where TLanes : struct, ILanes<TVector>
        where TVector : struct
    {
        switch (text.Length)
        {
            case <= ByteUnits:
                LaneJaro<TLanes, TVector, byte>.Compare(texts, text, prefix, similarities);
                break;
            case <= ShortUnits:
                LaneJaro<TLanes, TVector, ushort>.Compare(texts, text, prefix, similarities);
                break;
            default:
                LaneJaro<TLanes, TVector, uint>.Compare(texts, text, prefix, similarities);
                break;
        }
    }
}
