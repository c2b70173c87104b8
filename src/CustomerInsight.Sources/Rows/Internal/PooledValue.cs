using System.Buffers.Binary;
using System.Numerics;

namespace CustomerInsight.Sources;

/// <summary>A value of a <see cref="ValuePool"/> beside its text: what is short is compared without a look at the text.</summary>
/// <param name="Low">The first eight bytes, or a hash of a long value.</param>
/// <param name="High">The rest and the length in the highest byte; of a long value a second hash and a mark there.</param>
/// <param name="Text">The text as a record holds it, made once; none for a free slot or a value that is sought.</param>
internal readonly record struct PooledValue(ulong Low, ulong High, AttributeValues Text)
{
    private const int MostWhole = 15;
    private const ulong LongMark = 0xFFUL << 56;
    private const ulong FirstFactor = 0x9E3779B97F4A7C15;
    private const ulong SecondFactor = 0xC2B2AE3D27D4EB4F;

    /// <summary>Whether equality of the bytes held is equality of the values.</summary>
    public bool IsWhole => High < LongMark;

    public uint Hash => (uint)(Mix(Low, High) >> 32);

    public static PooledValue Of(ReadOnlySpan<byte> value)
    {
        if (value.Length <= MostWhole)
        {
            ulong rest = value.Length > 8 ? BinaryPrimitives.ReadUInt64LittleEndian(value[^8..]) >> ((16 - value.Length) * 8) : 0;
            return new(First(value), rest | ((ulong)value.Length << 56), default);
        }

        ulong low = (ulong)value.Length;
        ulong high = SecondFactor;
        for (; value.Length > 8; value = value[8..])
        {
            ulong next = BinaryPrimitives.ReadUInt64LittleEndian(value);
            low = Mix(low, next);
            high = BitOperations.RotateLeft(high ^ next, 29) * FirstFactor;
        }

        ulong last = First(value);
        return new(Mix(low, last), ((high ^ last) * SecondFactor) | LongMark, default);
    }

    public bool Equals(PooledValue other) => Low == other.Low && High == other.High;

    public override int GetHashCode() => (int)Hash;

    /// <summary>The first bytes, at most eight, as a number; what is missing counts as NUL.</summary>
    private static ulong First(ReadOnlySpan<byte> value) => value.Length switch
    {
        >= 8 => BinaryPrimitives.ReadUInt64LittleEndian(value),
        >= 4 => BinaryPrimitives.ReadUInt32LittleEndian(value) | ((ulong)BinaryPrimitives.ReadUInt32LittleEndian(value[^4..]) << ((value.Length - 4) * 8)),
        > 0 => value[0] | ((ulong)value[value.Length / 2] << (value.Length / 2 * 8)) | ((ulong)value[^1] << ((value.Length - 1) * 8)),
        _ => 0,
    };

    private static ulong Mix(ulong low, ulong high)
    {
        ulong mixed = (low ^ BitOperations.RotateLeft(high * SecondFactor, 31)) * FirstFactor;
        return (mixed ^ (mixed >> 32)) * SecondFactor;
    }
}
