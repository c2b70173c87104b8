using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace CustomerInsight.Matching;

/// <summary>Where units stand in a text of up to 16 units that a <see cref="TextSketch"/> keeps whole.</summary>
internal readonly struct SketchMasks(Vector128<byte> units, int length) : IUnitMasks
{
    private readonly Vector128<byte> _units = units;
    private readonly uint _valid = (1u << length) - 1;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong Of(char unit, ref byte table) => Vector128.Equals(_units, Vector128.Create((byte)unit)).ExtractMostSignificantBits() & _valid;
}
