namespace CustomerInsight.Matching;

/// <summary>Which contents have each blocking key, in many small tables, so that no single call pays for growth.</summary>
/// <remarks>A key that one content has takes one entry and nothing else; more are a list of their own, whose length comes first.</remarks>
/// <threadsafety>One writer; readers at any time, who see a content once its <see cref="Add"/> has returned, or earlier.</threadsafety>
internal sealed class BlockMap
{
    private const int ShardBits = 11;
    private const int SmallestShard = 8;
    private const int Nobody = 0;

    private readonly Shard?[] _shards = new Shard?[1 << ShardBits];
    private readonly NumberedList<int[]> _lists = new();

    /// <summary>Adds the contents that have a key to a list; gives how many.</summary>
    public int Find(ulong key, List<int> contents)
    {
        if (Volatile.Read(ref _shards[key >> (64 - ShardBits)]) is not { } shard || shard.Find(Stored(key)) is not (>= 0 and int at))
        {
            return 0;
        }

        int head = Volatile.Read(ref shard.Heads[at]);
        if (head >= Nobody)
        {
            if (head != Nobody)
            {
                contents.Add(head - 1);
            }

            return head == Nobody ? 0 : 1;
        }

        int[] list = _lists[~head];
        int count = Volatile.Read(ref list[0]);
        contents.AddRange(list.AsSpan(1, count));
        return count;
    }

    /// <summary>Adds a content to those of a key; gives how many these are then.</summary>
    public int Add(ulong key, int content)
    {
        ref Shard? place = ref _shards[key >> (64 - ShardBits)];
        Shard shard = place ?? new Shard(SmallestShard);
        int at = shard.Find(Stored(key));
        if (at >= 0)
        {
            ref int head = ref shard.Heads[at];
            Volatile.Write(ref head, head == Nobody ? content + 1 : Extend(head, content));
            return head > Nobody ? 1 : _lists[~head][0];
        }

        if ((shard.Count + 1) * 4 > shard.Keys.Length * 3)
        {
            shard = shard.Grown(_lists);
        }

        shard.Add(Stored(key), content + 1);
        Volatile.Write(ref place, shard);
        return 1;
    }

    public void Remove(ulong key, int content)
    {
        if (_shards[key >> (64 - ShardBits)] is not { } shard || shard.Find(Stored(key)) is not (>= 0 and int at))
        {
            return;
        }

        ref int head = ref shard.Heads[at];
        if (head > Nobody)
        {
            if (head == content + 1)
            {
                Volatile.Write(ref head, Nobody);
            }

            return;
        }

        if (head == Nobody)
        {
            return;
        }

        int[] list = _lists[~head];
        int place = list.AsSpan(1, list[0]).IndexOf(content) + 1;
        if (place == 0)
        {
            return;
        }

        // A copy without it: a reader goes through the list as it found it.
        int[] rest = new int[Math.Max(2, list.Length)];
        list.AsSpan(1, place - 1).CopyTo(rest.AsSpan(1));
        list.AsSpan(place + 1, list[0] - place).CopyTo(rest.AsSpan(place));
        rest[0] = list[0] - 1;
        _lists[~head] = rest;
    }

    // The free place of a shard is marked by 0.
    private static ulong Stored(ulong key) => key == 0 ? 1 : key;

    /// <summary>Adds a content to those of a key; gives what stands for them then.</summary>
    private int Extend(int head, int content)
    {
        if (head > Nobody)
        {
            _lists.Add([2, head - 1, content]);
            return ~(_lists.Count - 1);
        }

        int[] list = _lists[~head];
        int count = list[0];
        if (count + 1 == list.Length)
        {
            Array.Resize(ref list, Math.Max(4, list.Length * 2));
            _lists[~head] = list;
        }

        list[count + 1] = content;
        Volatile.Write(ref list[0], count + 1);
        return head;
    }

    private sealed class Shard(int length)
    {
        public readonly ulong[] Keys = new ulong[length];
        public readonly int[] Heads = new int[length];

        public int Count { get; private set; }

        public int Find(ulong key)
        {
            uint mask = (uint)Keys.Length - 1;
            for (uint at = (uint)key & mask; ; at = (at + 1) & mask)
            {
                ulong found = Volatile.Read(ref Keys[at]);
                if (found == key)
                {
                    return (int)at;
                }

                if (found == 0)
                {
                    return -1;
                }
            }
        }

        public void Add(ulong key, int head)
        {
            uint mask = (uint)Keys.Length - 1;
            uint at = (uint)key & mask;
            while (Keys[at] != 0)
            {
                at = (at + 1) & mask;
            }

            // The key last: who sees it sees what it leads to.
            Heads[at] = head;
            Volatile.Write(ref Keys[at], key);
            Count++;
        }

        /// <summary>A copy without the keys that nobody has any more, with room for as many again.</summary>
        public Shard Grown(NumberedList<int[]> lists)
        {
            int used = 0;
            foreach (ref int head in Heads.AsSpan())
            {
                head = head < Nobody && lists[~head][0] == 0 ? Nobody : head;
                used += head == Nobody ? 0 : 1;
            }

            int length = Keys.Length;
            while ((used + 1) * 2 > length)
            {
                length *= 2;
            }

            var grown = new Shard(length);
            for (int i = 0; i < Keys.Length; i++)
            {
                if (Heads[i] != Nobody)
                {
                    grown.Add(Keys[i], Heads[i]);
                }
            }

            return grown;
        }
    }
}
