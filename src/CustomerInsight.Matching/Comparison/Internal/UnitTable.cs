using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace CustomerInsight.Matching;

/// <summary>The masks of a pattern by unit: a table for the first 256 units, a hash table of twice as many places as a pattern has units for all others.</summary>
/// <remarks>Filled once for many texts; one table serves any number of patterns one after the other.</remarks>
internal readonly struct UnitTable() : IUnitMasks
{
    /// <summary>The longest pattern.</summary>
    public const int Most = 64;

    private const int DirectUnits = 256;
    private const int Slots = 2 * Most;

    private readonly ulong[] _direct = new ulong[DirectUnits];
    private readonly ulong[] _masks = new ulong[Slots];
    private readonly char[] _units = new char[Slots];

    public void Add(ReadOnlySpan<char> pattern)
    {
        for (int i = 0; i < pattern.Length; i++)
        {
            Place(pattern[i]) |= 1UL << i;
        }
    }

    /// <summary>Takes a pattern out that was added before.</summary>
    public void Remove(ReadOnlySpan<char> pattern)
    {
        bool hashed = false;
        foreach (char unit in pattern)
        {
            if (unit < DirectUnits)
            {
                _direct[unit] = 0;
            }

            hashed |= unit >= DirectUnits;
        }

        if (hashed)
        {
            Array.Clear(_masks);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong Of(char unit) => unit < DirectUnits
        ? Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_direct), (nint)unit)
        : Hashed(unit);

    private ulong Hashed(char unit)
    {
        int slot = First(unit);
        while (_masks[slot] != 0 && _units[slot] != unit)
        {
            slot = (slot + 1) & (Slots - 1);
        }

        return _masks[slot];
    }

    private ref ulong Place(char unit)
    {
        if (unit < DirectUnits)
        {
            return ref _direct[unit];
        }

        int slot = First(unit);
        while (_masks[slot] != 0 && _units[slot] != unit)
        {
            slot = (slot + 1) & (Slots - 1);
        }

        _units[slot] = unit;
        return ref _masks[slot];
    }

    /// <summary>Spreads neighbouring units, as those of one script are.</summary>
    private static int First(char unit) => (int)((unit * 0x9E3779B1U) >> 25);
}
