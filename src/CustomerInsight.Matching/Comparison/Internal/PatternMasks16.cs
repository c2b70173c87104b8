using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace CustomerInsight.Matching;

/// <summary>Where units stand in a pattern of 8 to 16 units, found by comparing all of them at once: nothing to fill before, no table.</summary>
internal readonly struct PatternMasks16 : IUnitMasks
{
    /// <summary>The longest pattern.</summary>
    public const int Most = 16;

    private const int Half = 8;

    /// <summary>The first eight units and the last eight, which overlap.</summary>
    private readonly Vector256<ushort> _units;
    private readonly int _last;

    public PatternMasks16(ReadOnlySpan<char> pattern)
    {
        ref ushort first = ref MemoryMarshal.GetReference(MemoryMarshal.Cast<char, ushort>(pattern));
        _last = pattern.Length - Half;
        _units = Vector256.Create(Vector128.LoadUnsafe(ref first), Vector128.LoadUnsafe(ref first, (nuint)_last));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong Of(char unit, ref byte table)
    {
        uint same = Vector256.Equals(_units, Vector256.Create((ushort)unit)).ExtractMostSignificantBits();
        return (same & byte.MaxValue) | (same >> Half << _last);
    }
}
