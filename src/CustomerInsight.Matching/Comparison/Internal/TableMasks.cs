using System.Runtime.CompilerServices;

namespace CustomerInsight.Matching;

/// <summary>The masks of a <see cref="UnitTable"/>, as a loop reads them: two looks and no branch for any unit.</summary>
internal readonly struct TableMasks : IUnitMasks
{
    /// <summary>Behind the slots of all units.</summary>
    public const int First = char.MaxValue + 1;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong Of(char unit, ref byte table) =>
        Unsafe.As<byte, ulong>(ref Unsafe.Add(ref table, First + (sizeof(ulong) * (nint)(uint)Unsafe.Add(ref table, (nint)(uint)unit))));
}
