using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace CustomerInsight.Matching;

/// <summary>Where units stand in a pattern of 16 to 64 units, found by comparing all of them at once: nothing to fill before, no table.</summary>
internal readonly struct PatternMasks64 : IUnitMasks
{
    /// <summary>The longest pattern.</summary>
    public const int Most = 64;

    private const int Quarter = 16;

    private readonly Vector256<ushort> _first;
    private readonly Vector256<ushort> _second;
    private readonly Vector256<ushort> _third;
    private readonly Vector256<ushort> _fourth;
    private readonly int _last;

    public PatternMasks64(ReadOnlySpan<char> pattern)
    {
        ref ushort first = ref MemoryMarshal.GetReference(MemoryMarshal.Cast<char, ushort>(pattern));
        _last = pattern.Length - Quarter;
        _first = Vector256.LoadUnsafe(ref first);
        _fourth = Vector256.LoadUnsafe(ref first, (nuint)_last);
        if (pattern.Length > 2 * Quarter)
        {
            _second = Vector256.LoadUnsafe(ref first, Quarter);
            _third = Vector256.LoadUnsafe(ref first, (nuint)(_last - Quarter));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong Of(char unit, ref byte table)
    {
        var same = Vector256.Create((ushort)unit);
        ulong bits = Bits(_first, same) | (Bits(_fourth, same) << _last);
        return _last > Quarter ? bits | (Bits(_second, same) << Quarter) | (Bits(_third, same) << (_last - Quarter)) : bits;
    }

    private static ulong Bits(Vector256<ushort> units, Vector256<ushort> same) => Vector256.Equals(units, same).ExtractMostSignificantBits();
}
