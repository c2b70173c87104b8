using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace CustomerInsight.Matching;

/// <summary>Where units stand in a pattern of up to 64 units, as the bits of a word.</summary>
/// <remarks>
/// The pattern is compared with a unit many places at once instead of keeping a table by unit: nothing has to be cleared before use, and every script is as fast.
/// </remarks>
internal readonly ref struct UnitMasks
{
    /// <summary>The longest pattern, and the length of the buffer that a caller lends.</summary>
    public const int Most = 64;

    private readonly Span<ushort> _units;
    private readonly ulong _valid;
    private readonly int _length;

    /// <param name="pattern">From 1 to <see cref="Most"/> units.</param>
    /// <param name="buffer">A copy is kept here; <see cref="Most"/> units.</param>
    public UnitMasks(ReadOnlySpan<char> pattern, Span<char> buffer)
    {
        pattern.CopyTo(buffer[..Most]);
        _units = MemoryMarshal.Cast<char, ushort>(buffer);
        _valid = ulong.MaxValue >> (Most - pattern.Length);
        _length = pattern.Length;
    }

    /// <summary>The places of a unit: bit i stands for the pattern's unit i.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong Of(char unit)
    {
        ref ushort units = ref MemoryMarshal.GetReference(_units);
        if (_length <= Vector128<ushort>.Count)
        {
            return Vector128.Equals(Vector128.LoadUnsafe(ref units), Vector128.Create((ushort)unit)).ExtractMostSignificantBits() & _valid;
        }

        var same = Vector256.Create((ushort)unit);
        ulong bits = 0;
        for (int from = 0; from < _length; from += Vector256<ushort>.Count)
        {
            bits |= (ulong)Vector256.Equals(Vector256.LoadUnsafe(ref units, (nuint)from), same).ExtractMostSignificantBits() << from;
        }

        return bits & _valid;
    }
}
