namespace CustomerInsight.Matching;

/// <summary>Remembers the levels of pairs of values that were compared lately: in the order of blocks the same names meet again and again.</summary>
/// <remarks>A value pair has one slot, which the next pair with that slot takes over. Where few pairs come again it stops looking.</remarks>
/// <threadsafety>Not safe: one worker each.</threadsafety>
internal sealed class LevelMemo
{
    /// <summary>What <see cref="TryGet"/> gives of a pair that is not there.</summary>
    public const int Unknown = -1;

    private const int Slots = 1 << 15;
    private const int ValueBits = 28;
    private const int LevelBits = 64 - (2 * ValueBits);
    private const int Trial = 1 << 14;
    private const int WorthIt = Trial / 4;

    private readonly ulong[] _slots = new ulong[Slots];
    private int _asked;
    private int _known;

    /// <summary>Whether values and levels of that number fit into a slot.</summary>
    public static bool Fits(int values, int levels) => values < (1 << ValueBits) && levels < (1 << LevelBits) - 1;

    /// <summary>Whether it is still of use.</summary>
    public bool IsWorthIt { get; private set; } = true;

    /// <summary>The level of a pair of values, or <see cref="Unknown"/>.</summary>
    public int TryGet(int left, int right)
    {
        ulong key = Key(left, right);
        ulong slot = _slots[SlotOf(key)];
        bool known = (slot ^ key) >> LevelBits == 0 && (byte)slot != 0;
        if (_asked < Trial)
        {
            Count(known);
        }

        return known ? (byte)slot - 1 : Unknown;
    }

    /// <summary>Remembers a level, one that is not negative.</summary>
    public void Set(int left, int right, int level)
    {
        ulong key = Key(left, right);
        _slots[SlotOf(key)] = key | (uint)(level + 1);
    }

    private static ulong Key(int left, int right)
    {
        (uint low, uint high) = left < right ? ((uint)left, (uint)right) : ((uint)right, (uint)left);
        return (((ulong)low << ValueBits) | high) << LevelBits;
    }

    private static int SlotOf(ulong key) => (int)((key * 0x9E3779B97F4A7C15) >> 49);

    private void Count(bool known)
    {
        _asked++;
        _known += known ? 1 : 0;
        IsWorthIt = _asked < Trial || _known >= WorthIt;
    }
}
