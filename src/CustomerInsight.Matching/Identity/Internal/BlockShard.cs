namespace CustomerInsight.Matching;

/// <summary>One small table of a <see cref="BlockMap"/>.</summary>
internal sealed class BlockShard
{
    private const int Smallest = 8;
    private const int Nobody = 0;
    private const int LeastList = 4;

    private readonly ulong[] _keys;

    // A content plus one; or, below 0, the complement of the number of a list.
    private readonly int[] _heads;
    private int[][] _lists;
    private int _listCount;
    private int _count;

    public BlockShard()
        : this(Smallest, [])
    {
    }

    private BlockShard(int length, int[][] lists)
    {
        _keys = new ulong[length];
        _heads = new int[length];
        _lists = lists;
        _listCount = lists.Length;
    }

    /// <summary>Whether one more key would make it too full.</summary>
    public bool IsFull => (_count + 1) * 4 > _keys.Length * 3;

    public void Find(ulong key, List<int> contents)
    {
        int at = PlaceOf(key);
        int head = at < 0 ? Nobody : Volatile.Read(ref _heads[at]);
        if (head > Nobody)
        {
            contents.Add(head - 1);
        }
        else if (head < Nobody)
        {
            int[] list = Volatile.Read(ref _lists)[~head];
            contents.AddRange(list.AsSpan(1, Volatile.Read(ref list[0])));
        }
    }

    public int Add(ulong key, int content)
    {
        int at = PlaceOf(key);
        if (at >= 0)
        {
            return AddTo(at, content);
        }

        uint mask = (uint)_keys.Length - 1;
        uint free = (uint)key & mask;
        while (_keys[free] != 0)
        {
            free = (free + 1) & mask;
        }

        // The key last: who sees it sees what it leads to.
        _heads[free] = content + 1;
        Volatile.Write(ref _keys[free], key);
        _count++;
        return 1;
    }

    public void Remove(ulong key, int content)
    {
        int at = PlaceOf(key);
        int head = at < 0 ? Nobody : _heads[at];
        if (head == content + 1)
        {
            Volatile.Write(ref _heads[at], Nobody);
        }

        if (head >= Nobody)
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
        int[] rest = new int[Math.Max(LeastList, list[0])];
        list.AsSpan(1, place - 1).CopyTo(rest.AsSpan(1));
        list.AsSpan(place + 1, list[0] - place).CopyTo(rest.AsSpan(place));
        rest[0] = list[0] - 1;
        Volatile.Write(ref _lists[~head], rest);
    }

    /// <summary>A copy with room for as many keys again, without those that nobody has any more.</summary>
    public BlockShard Grown()
    {
        int used = 0;
        for (int i = 0; i < _heads.Length; i++)
        {
            used += IsUsed(_heads[i]) ? 1 : 0;
        }

        int length = Smallest;
        while ((used + 1) * 2 > length)
        {
            length *= 2;
        }

        int[][] kept = new int[_listCount][];
        int count = 0;
        var grown = new BlockShard(length, kept);
        for (int i = 0; i < _heads.Length; i++)
        {
            if (IsUsed(_heads[i]))
            {
                int head = _heads[i];
                if (head < Nobody)
                {
                    kept[count] = _lists[~head];
                    head = ~count++;
                }

                grown.Put(_keys[i], head);
            }
        }

        grown._listCount = count;
        return grown;
    }

    private bool IsUsed(int head) => head > Nobody || (head < Nobody && _lists[~head][0] > 0);

    private void Put(ulong key, int head)
    {
        uint mask = (uint)_keys.Length - 1;
        uint free = (uint)key & mask;
        while (_keys[free] != 0)
        {
            free = (free + 1) & mask;
        }

        _heads[free] = head;
        _keys[free] = key;
        _count++;
    }

    private int AddTo(int at, int content)
    {
        int head = _heads[at];
        if (head == Nobody)
        {
            Volatile.Write(ref _heads[at], content + 1);
            return 1;
        }

        if (head > Nobody)
        {
            if (_listCount == _lists.Length)
            {
                int[][] more = new int[Math.Max(LeastList, _listCount * 2)][];
                _lists.CopyTo(more, 0);
                Volatile.Write(ref _lists, more);
            }

            _lists[_listCount] = [2, head - 1, content];
            Volatile.Write(ref _heads[at], ~_listCount++);
            return 2;
        }

        int[] list = _lists[~head];
        int count = list[0] + 1;
        if (count == list.Length)
        {
            Array.Resize(ref list, list.Length + Math.Max(LeastList, list.Length / 2));
        }

        list[count] = content;
        Volatile.Write(ref list[0], count);
        Volatile.Write(ref _lists[~head], list);
        return count;
    }

    private int PlaceOf(ulong key)
    {
        uint mask = (uint)_keys.Length - 1;
        for (uint at = (uint)key & mask; ; at = (at + 1) & mask)
        {
            ulong found = Volatile.Read(ref _keys[at]);
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
}
