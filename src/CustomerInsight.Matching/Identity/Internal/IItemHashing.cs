namespace CustomerInsight.Matching;

/// <summary>How items of a <see cref="ShardedTable{TKey, TItem, THashing}"/> are found by their key.</summary>
internal interface IItemHashing<TKey, in TItem>
{
    /// <summary>A hash of a key; equal keys have equal ones.</summary>
    static abstract ulong HashOf(in TKey key);

    /// <summary>Whether an item has a key.</summary>
    static abstract bool Has(TItem item, in TKey key);
}
