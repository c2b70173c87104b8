namespace CustomerInsight.Matching;

/// <summary>Items by their key, in many small tables, so that growth is spread over many calls and nobody waits for all of it.</summary>
/// <threadsafety>One writer; readers at any time, who see an item once its <see cref="Add"/> has returned, or earlier.</threadsafety>
internal sealed class ShardedTable<TKey, TItem, THashing>
    where TItem : class
    where THashing : struct, IItemHashing<TKey, TItem>
{
    private const int ShardBits = 10;
    private const int SmallestShard = 4;

    private readonly Shard?[] _shards = new Shard?[1 << ShardBits];

    public TItem? Find(in TKey key)
    {
        ulong hash = THashing.HashOf(key);
        if (Volatile.Read(ref _shards[hash >> (64 - ShardBits)]) is not { } shard)
        {
            return null;
        }

        uint mask = (uint)shard.Items.Length - 1;
        for (uint at = (uint)hash & mask; Volatile.Read(ref shard.Items[at]) is { } item; at = (at + 1) & mask)
        {
            if (shard.Hashes[at] == (uint)hash && THashing.Has(item, key))
            {
                return item;
            }
        }

        return null;
    }

    /// <summary>Adds an item whose key is not there.</summary>
    public void Add(in TKey key, TItem item)
    {
        ulong hash = THashing.HashOf(key);
        ref Shard? place = ref _shards[hash >> (64 - ShardBits)];
        Shard shard = place ?? new Shard(SmallestShard);
        if ((shard.Count + 1) * 4 > shard.Items.Length * 3)
        {
            shard = shard.Copy(shard.Items.Length * 2, null);
        }

        shard.Add((uint)hash, item);
        Volatile.Write(ref place, shard);
    }

    /// <summary>Takes an item out; its small table is copied, so that readers see one or the other.</summary>
    public void Remove(in TKey key, TItem item)
    {
        ref Shard? place = ref _shards[THashing.HashOf(key) >> (64 - ShardBits)];
        if (place is { } shard)
        {
            Volatile.Write(ref place, shard.Copy(shard.Items.Length, item));
        }
    }

    private sealed class Shard(int length)
    {
        public readonly TItem?[] Items = new TItem?[length];
        public readonly uint[] Hashes = new uint[length];

        public int Count { get; private set; }

        public void Add(uint hash, TItem item)
        {
            uint mask = (uint)Items.Length - 1;
            uint at = hash & mask;
            while (Items[at] is not null)
            {
                at = (at + 1) & mask;
            }

            // The item last: who sees it sees its hash.
            Hashes[at] = hash;
            Volatile.Write(ref Items[at], item);
            Count++;
        }

        public Shard Copy(int length, TItem? without)
        {
            var copy = new Shard(length);
            for (int i = 0; i < Items.Length; i++)
            {
                if (Items[i] is { } item && !ReferenceEquals(item, without))
                {
                    copy.Add(Hashes[i], item);
                }
            }

            return copy;
        }
    }
}
