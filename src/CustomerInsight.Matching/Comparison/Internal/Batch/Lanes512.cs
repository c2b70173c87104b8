using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace CustomerInsight.Matching;

/// <summary>Vectors of 512 bits. One permutation of AVX-512 VBMI looks 64 bytes up in a table of 64.</summary>
internal readonly struct Lanes512 : ILanes<Vector512<byte>>
{
    public static bool IsSupported => Vector512.IsHardwareAccelerated && Avx512BW.IsSupported && Avx512Vbmi.IsSupported;

    private static Vector512<byte> BitsOfNibbles => Vector512.Create(
        (byte)0, 1, 1, 2, 1, 2, 2, 3, 1, 2, 2, 3, 2, 3, 3, 4,
        0, 1, 1, 2, 1, 2, 2, 3, 1, 2, 2, 3, 2, 3, 3, 4,
        0, 1, 1, 2, 1, 2, 2, 3, 1, 2, 2, 3, 2, 3, 3, 4,
        0, 1, 1, 2, 1, 2, 2, 3, 1, 2, 2, 3, 2, 3, 3, 4);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<byte> Load(ref byte from) => Vector512.LoadUnsafe(ref from);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Vector512<byte> value, ref byte to) => value.StoreUnsafe(ref to);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<byte> Repeat<TWord>(TWord word)
        where TWord : struct => Vector512.Create(word).AsByte();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<byte> Lookup(ref byte table, Vector512<byte> codes) =>
        Avx512Vbmi.PermuteVar64x8(Vector512.LoadUnsafe(ref table), codes);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<byte> And(Vector512<byte> a, Vector512<byte> b) => a & b;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<byte> Or(Vector512<byte> a, Vector512<byte> b) => a | b;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<byte> Xor(Vector512<byte> a, Vector512<byte> b) => a ^ b;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<byte> AndNot(Vector512<byte> a, Vector512<byte> b) => Vector512.AndNot(a, b);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<byte> AndAndNot(Vector512<byte> a, Vector512<byte> b, Vector512<byte> c) => Avx512F.TernaryLogic(a, b, c, 0x40);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<byte> XorOr(Vector512<byte> a, Vector512<byte> b, Vector512<byte> c) => Avx512F.TernaryLogic(a, b, c, 0xBE);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<byte> Or(Vector512<byte> a, Vector512<byte> b, Vector512<byte> c) => Avx512F.TernaryLogic(a, b, c, 0xFE);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<byte> OrAndNot(Vector512<byte> a, Vector512<byte> b, Vector512<byte> c) => Avx512F.TernaryLogic(a, b, c, 0x54);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<byte> AndNotOr(Vector512<byte> a, Vector512<byte> b, Vector512<byte> c) => Avx512F.TernaryLogic(a, b, c, 0xBA);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<byte> WhereNotZero<TWord>(Vector512<byte> a, Vector512<byte> b)
        where TWord : struct => Vector512.AndNot(b, Vector512.Equals(a.As<byte, TWord>(), Vector512<TWord>.Zero).AsByte());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<byte> Add<TWord>(Vector512<byte> a, Vector512<byte> b)
        where TWord : struct => (a.As<byte, TWord>() + b.As<byte, TWord>()).AsByte();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<byte> Subtract<TWord>(Vector512<byte> a, Vector512<byte> b)
        where TWord : struct => (a.As<byte, TWord>() - b.As<byte, TWord>()).AsByte();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<byte> CountBits<TWord>(Vector512<byte> a)
        where TWord : struct
    {
        Vector512<byte> low = Vector512.Create((byte)0x0F);
        Vector512<byte> bits = Avx512BW.Shuffle(BitsOfNibbles, a & low) + Avx512BW.Shuffle(BitsOfNibbles, Vector512.ShiftRightLogical(a.AsUInt16(), 4).AsByte() & low);
        if (Unsafe.SizeOf<TWord>() == sizeof(ushort))
        {
            return (bits + Vector512.ShiftRightLogical(bits.AsUInt16(), 8).AsByte()) & Vector512.Create((ushort)byte.MaxValue).AsByte();
        }

        if (Unsafe.SizeOf<TWord>() == sizeof(uint))
        {
            bits += Vector512.ShiftRightLogical(bits.AsUInt32(), 16).AsByte();
            return (bits + Vector512.ShiftRightLogical(bits.AsUInt32(), 8).AsByte()) & Vector512.Create((uint)byte.MaxValue).AsByte();
        }

        return bits;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<byte> InterleaveLow<TWord>(Vector512<byte> a, Vector512<byte> b)
        where TWord : struct => Unsafe.SizeOf<TWord>() == 1 ? Avx512BW.UnpackLow(a, b) : Avx512BW.UnpackLow(a.AsUInt16(), b.AsUInt16()).AsByte();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<byte> InterleaveHigh<TWord>(Vector512<byte> a, Vector512<byte> b)
        where TWord : struct => Unsafe.SizeOf<TWord>() == 1 ? Avx512BW.UnpackHigh(a, b) : Avx512BW.UnpackHigh(a.AsUInt16(), b.AsUInt16()).AsByte();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<byte> Narrow<TWord>(Vector512<byte> low, Vector512<byte> high)
        where TWord : struct => Unsafe.SizeOf<TWord>() == sizeof(ushort)
            ? Avx512BW.PackUnsignedSaturate(low.AsInt16(), high.AsInt16())
            : Avx512BW.PackUnsignedSaturate(low.AsInt32(), high.AsInt32()).AsByte();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<byte> WidenLow(Vector512<byte> a) => Vector512.WidenLower(a).AsByte();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<byte> WidenHigh(Vector512<byte> a) => Vector512.WidenUpper(a).AsByte();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<byte> MultiplyAdd(Vector512<byte> a, Vector512<byte> b, Vector512<byte> c) => ((a.AsUInt16() * b.AsUInt16()) + c.AsUInt16()).AsByte();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<byte> Halve(Vector512<byte> a) => Vector512.ShiftRightLogical(a.AsUInt16(), 1).AsByte();
}
