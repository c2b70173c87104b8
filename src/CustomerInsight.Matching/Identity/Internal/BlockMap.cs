namespace CustomerInsight.Matching;

/// <summary>Which contents have each blocking key, in many small tables, so that no single call pays for growth.</summary>
/// <threadsafety>One writer, or several of which each has shards of its own; readers at any time, who see a content once its <see cref="Add"/> has returned, or earlier.</threadsafety>
internal sealed class BlockMap
{
    /// <summary>How many small tables there are.</summary>
    public const int Shards = 1 << ShardBits;

    private const int ShardBits = 11;

    private readonly BlockShard?[] _shards = new BlockShard?[Shards];

    /// <summary>The small table that a key is in.</summary>
    public static int ShardOf(ulong key) => (int)(key >> (64 - ShardBits));

    /// <summary>Adds the contents that have a key to a list.</summary>
    public void Find(ulong key, List<int> contents) => Volatile.Read(ref _shards[ShardOf(key)])?.Find(Stored(key), contents);

    /// <summary>Adds a content to those of a key; gives how many these are then.</summary>
    public int Add(ulong key, int content)
    {
        ref BlockShard? place = ref _shards[ShardOf(key)];
        BlockShard shard = place ?? new BlockShard();
        if (shard.IsFull)
        {
            shard = shard.Grown();
        }

        int count = shard.Add(Stored(key), content);
        Volatile.Write(ref place, shard);
        return count;
    }

    public void Remove(ulong key, int content) => _shards[ShardOf(key)]?.Remove(Stored(key), content);

    // The free place of a shard is marked by 0.
    private static uint Stored(ulong key) => (uint)key == 0 ? 1 : (uint)key;
}
