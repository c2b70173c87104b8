namespace CustomerInsight;

/// <summary>Where in a tenant's ledger an entry stands.</summary>
/// <param name="Block">The number of its block, from 0.</param>
/// <param name="Entry">Its place in the block, from 0.</param>
public readonly record struct EntryPosition(long Block, int Entry) : IComparable<EntryPosition>
{
    /// <inheritdoc/>
    public int CompareTo(EntryPosition other) => Block != other.Block ? Block.CompareTo(other.Block) : Entry.CompareTo(other.Entry);

    /// <summary>Compares in the order of the ledger.</summary>
    /// <param name="left">One position.</param>
    /// <param name="right">The other.</param>
    /// <returns>True where the first comes before the second.</returns>
    public static bool operator <(EntryPosition left, EntryPosition right) => left.CompareTo(right) < 0;

    /// <summary>Compares in the order of the ledger.</summary>
    /// <param name="left">One position.</param>
    /// <param name="right">The other.</param>
    /// <returns>True where the first comes after the second.</returns>
    public static bool operator >(EntryPosition left, EntryPosition right) => left.CompareTo(right) > 0;

    /// <summary>Compares in the order of the ledger.</summary>
    /// <param name="left">One position.</param>
    /// <param name="right">The other.</param>
    /// <returns>True where the first does not come after the second.</returns>
    public static bool operator <=(EntryPosition left, EntryPosition right) => left.CompareTo(right) <= 0;

    /// <summary>Compares in the order of the ledger.</summary>
    /// <param name="left">One position.</param>
    /// <param name="right">The other.</param>
    /// <returns>True where the first does not come before the second.</returns>
    public static bool operator >=(EntryPosition left, EntryPosition right) => left.CompareTo(right) >= 0;
}
