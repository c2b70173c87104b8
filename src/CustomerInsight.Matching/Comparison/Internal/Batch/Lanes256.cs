using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace CustomerInsight.Matching;

/// <summary>Vectors of 256 bits. AVX2 looks up in 16 bytes at a time, so a table of 64 takes four looks.</summary>
internal readonly struct Lanes256 : ILanes<Vector256<byte>>
{
    public static bool IsSupported => Avx2.IsSupported;

    private static Vector256<byte> BitsOfNibbles => Vector256.Create(
        (byte)0, 1, 1, 2, 1, 2, 2, 3, 1, 2, 2, 3, 2, 3, 3, 4,
        0, 1, 1, 2, 1, 2, 2, 3, 1, 2, 2, 3, 2, 3, 3, 4);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<byte> Load(ref byte from) => Vector256.LoadUnsafe(ref from);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Vector256<byte> value, ref byte to) => value.StoreUnsafe(ref to);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<byte> Repeat<TWord>(TWord word)
        where TWord : struct => Vector256.Create(word).AsByte();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<byte> Lookup(ref byte table, Vector256<byte> codes) =>
        Quarter(ref table, 0, codes) | Quarter(ref table, 16, codes) | Quarter(ref table, 32, codes) | Quarter(ref table, 48, codes);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<byte> And(Vector256<byte> a, Vector256<byte> b) => a & b;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<byte> Or(Vector256<byte> a, Vector256<byte> b) => a | b;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<byte> Xor(Vector256<byte> a, Vector256<byte> b) => a ^ b;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<byte> AndNot(Vector256<byte> a, Vector256<byte> b) => Vector256.AndNot(a, b);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<byte> AndAndNot(Vector256<byte> a, Vector256<byte> b, Vector256<byte> c) => Vector256.AndNot(a & b, c);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<byte> XorOr(Vector256<byte> a, Vector256<byte> b, Vector256<byte> c) => (a ^ b) | c;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<byte> Or(Vector256<byte> a, Vector256<byte> b, Vector256<byte> c) => a | b | c;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<byte> OrAndNot(Vector256<byte> a, Vector256<byte> b, Vector256<byte> c) => Vector256.AndNot(a | b, c);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<byte> AndNotOr(Vector256<byte> a, Vector256<byte> b, Vector256<byte> c) => Vector256.AndNot(a, b) | c;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<byte> WhereNotZero<TWord>(Vector256<byte> a, Vector256<byte> b)
        where TWord : struct => Vector256.AndNot(b, Vector256.Equals(a.As<byte, TWord>(), Vector256<TWord>.Zero).AsByte());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<byte> Add<TWord>(Vector256<byte> a, Vector256<byte> b)
        where TWord : struct => (a.As<byte, TWord>() + b.As<byte, TWord>()).AsByte();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<byte> Subtract<TWord>(Vector256<byte> a, Vector256<byte> b)
        where TWord : struct => (a.As<byte, TWord>() - b.As<byte, TWord>()).AsByte();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<byte> CountBits<TWord>(Vector256<byte> a)
        where TWord : struct
    {
        Vector256<byte> low = Vector256.Create((byte)0x0F);
        Vector256<byte> bits = Avx2.Shuffle(BitsOfNibbles, a & low) + Avx2.Shuffle(BitsOfNibbles, Vector256.ShiftRightLogical(a.AsUInt16(), 4).AsByte() & low);
        if (Unsafe.SizeOf<TWord>() == sizeof(ushort))
        {
            return (bits + Vector256.ShiftRightLogical(bits.AsUInt16(), 8).AsByte()) & Vector256.Create((ushort)byte.MaxValue).AsByte();
        }

        if (Unsafe.SizeOf<TWord>() == sizeof(uint))
        {
            bits += Vector256.ShiftRightLogical(bits.AsUInt32(), 16).AsByte();
            return (bits + Vector256.ShiftRightLogical(bits.AsUInt32(), 8).AsByte()) & Vector256.Create((uint)byte.MaxValue).AsByte();
        }

        return bits;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<byte> InterleaveLow<TWord>(Vector256<byte> a, Vector256<byte> b)
        where TWord : struct => Unsafe.SizeOf<TWord>() == 1 ? Avx2.UnpackLow(a, b) : Avx2.UnpackLow(a.AsUInt16(), b.AsUInt16()).AsByte();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<byte> InterleaveHigh<TWord>(Vector256<byte> a, Vector256<byte> b)
        where TWord : struct => Unsafe.SizeOf<TWord>() == 1 ? Avx2.UnpackHigh(a, b) : Avx2.UnpackHigh(a.AsUInt16(), b.AsUInt16()).AsByte();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<byte> Narrow<TWord>(Vector256<byte> low, Vector256<byte> high)
        where TWord : struct => Unsafe.SizeOf<TWord>() == sizeof(ushort)
            ? Avx2.PackUnsignedSaturate(low.AsInt16(), high.AsInt16())
            : Avx2.PackUnsignedSaturate(low.AsInt32(), high.AsInt32()).AsByte();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<byte> WidenLow(Vector256<byte> a) => Vector256.WidenLower(a).AsByte();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<byte> WidenHigh(Vector256<byte> a) => Vector256.WidenUpper(a).AsByte();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<byte> MultiplyAdd(Vector256<byte> a, Vector256<byte> b, Vector256<byte> c) => ((a.AsUInt16() * b.AsUInt16()) + c.AsUInt16()).AsByte();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<byte> Halve(Vector256<byte> a) => Vector256.ShiftRightLogical(a.AsUInt16(), 1).AsByte();

    /// <summary>A byte whose top bit is set looks up 0: the codes of the other quarters are brought there.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<byte> Quarter(ref byte table, byte from, Vector256<byte> codes)
    {
        var part = Vector128.LoadUnsafe(ref table, from);
        return Avx2.Shuffle(Vector256.Create(part, part), Avx2.AddSaturate(codes - Vector256.Create(from), Vector256.Create((byte)0x70)));
    }
}
