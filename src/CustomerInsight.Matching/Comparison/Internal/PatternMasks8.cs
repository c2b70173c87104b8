using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace CustomerInsight.Matching;

/// <summary>Where units stand in a pattern of 1 to 8 units, found by comparing all of them at once: nothing to fill before, no table.</summary>
internal readonly struct PatternMasks8 : IUnitMasks
{
    /// <summary>The longest pattern.</summary>
    public const int Most = 8;

    private const int Half = 4;

    /// <summary>The first four units and the last four, which overlap where the pattern is shorter than eight.</summary>
    private readonly Vector128<ushort> _units;
    private readonly uint _valid;
    private readonly int _last;

    public PatternMasks8(ReadOnlySpan<char> pattern)
    {
        ReadOnlySpan<ushort> units = MemoryMarshal.Cast<char, ushort>(pattern);
        _valid = (uint)byte.MaxValue >> (Most - pattern.Length);
        if (pattern.Length >= Half)
        {
            ref ushort first = ref MemoryMarshal.GetReference(units);
            _last = pattern.Length - Half;
            _units = Vector128.Create(Vector64.LoadUnsafe(ref first), Vector64.LoadUnsafe(ref first, (nuint)_last));
        }
        else
        {
            var few = Vector64.Create(units[0], units[pattern.Length / 2], units[^1], units[^1]);
            _units = Vector128.Create(few, few);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong Of(char unit, ref byte table)
    {
        uint same = Vector128.Equals(_units, Vector128.Create((ushort)unit)).ExtractMostSignificantBits();
        return ((same & 0xF) | (same >> Half << _last)) & _valid;
    }
}
