using System.Runtime.InteropServices;

namespace CustomerInsight.Matching;

/// <summary>Where units stand in a pattern, by unit: a slot for each unit that the pattern has, and one without places for all others.</summary>
/// <remarks>64 KB, filled once for many texts; one table serves one pattern after the other, at a cost that the lengths of the patterns alone decide.</remarks>
internal sealed class UnitTable
{
    /// <summary>The longest pattern.</summary>
    public const int Most = 64;

    [ThreadStatic]
    private static UnitTable? _own;

    /// <summary>A slot for each unit, and behind them a mask for each slot; both in one array, so that one reference reaches both.</summary>
    private readonly byte[] _table = new byte[TableMasks.First + ((Most + 1) * sizeof(ulong))];
    private readonly char[] _pattern = new char[Most];
    private int _length;

    /// <summary>The pattern.</summary>
    public ReadOnlySpan<char> Pattern => _pattern.AsSpan(0, _length);

    /// <summary>What <see cref="TableMasks"/> reads, until the next pattern is set.</summary>
    public ref byte Table => ref MemoryMarshal.GetArrayDataReference(_table);

    /// <summary>The instance of this thread with a pattern.</summary>
    public static UnitTable Of(ReadOnlySpan<char> pattern)
    {
        UnitTable own = _own ??= new UnitTable();
        own.Set(pattern);
        return own;
    }

    /// <summary>Takes a pattern of up to 64 units in place of the one before.</summary>
    public void Set(ReadOnlySpan<char> pattern)
    {
        foreach (char unit in Pattern)
        {
            _table[unit] = 0;
        }

        pattern.CopyTo(_pattern);
        _length = pattern.Length;
        Span<ulong> masks = MemoryMarshal.Cast<byte, ulong>(_table.AsSpan(TableMasks.First));
        byte used = 0;
        for (int i = 0; i < pattern.Length; i++)
        {
            ref byte slot = ref _table[pattern[i]];
            if (slot == 0)
            {
                slot = ++used;
                masks[slot] = 0;
            }

            masks[slot] |= 1UL << i;
        }
    }
}
