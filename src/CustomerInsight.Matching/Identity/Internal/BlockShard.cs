namespace CustomerInsight.Matching;

/// <summary>One small table of a <see cref="BlockMap"/>.</summary>
/// <remarks>Holds whole numbers alone, so that a change costs the garbage collector nothing. What is taken out leaves its place unused until the table grows: a reader may still be there.</remarks>
internal sealed class BlockShard
{
    private const int Smallest = 8;
    private const int Nobody = 0;
    private const int NodeLength = 2;

    // Of a key its lower half, 0 for a free place. With the bits that choose the table it tells keys apart but for one in ten billion pairs, and two that it does not are weighed in vain.
    private readonly uint[] _keys;

    // A content plus one; or, below 0, the complement of the place of the first of several.
    private readonly int[] _heads;

    // Several contents of a key: each with where the next one is, 0 for none, or its complement.
    private int[] _nodes;
    private int _nodesEnd;
    private int _unused;
    private int _count;

    public BlockShard()
        : this(Smallest, NodeLength * Smallest)
    {
    }

    private BlockShard(int length, int nodes)
    {
        _keys = new uint[length];
        _heads = new int[length];
        _nodes = new int[nodes];
    }

    /// <summary>Whether one more key would make it too full, or most of what it holds is of no use.</summary>
    public bool IsFull => (_count + 1) * 5 > _keys.Length * 4 || _unused * 2 > _nodesEnd + Smallest;

    public void Find(uint key, List<int> contents)
    {
        int at = PlaceOf(key);
        int head = at < 0 ? Nobody : Volatile.Read(ref _heads[at]);
        if (head > Nobody)
        {
            contents.Add(head - 1);
        }

        while (head < Nobody)
        {
            int[] nodes = Volatile.Read(ref _nodes);
            contents.Add(nodes[~head]);
            head = nodes[~head + 1];
        }
    }

    /// <summary>Adds a content to those of a key; gives how many these are then.</summary>
    public int Add(uint key, int content)
    {
        int at = PlaceOf(key);
        if (at < 0)
        {
            Put(key, content + 1);
            return 1;
        }

        int head = _heads[at];
        if (head == Nobody)
        {
            Volatile.Write(ref _heads[at], content + 1);
            return 1;
        }

        int next = head < Nobody ? head : AddNode(head - 1, Nobody);
        Volatile.Write(ref _heads[at], AddNode(content, next));
        int count = 1;
        for (; next < Nobody; next = _nodes[~next + 1])
        {
            count++;
        }

        return count;
    }

    public void Remove(uint key, int content)
    {
        int at = PlaceOf(key);
        int head = at < 0 ? Nobody : _heads[at];
        if (head == content + 1)
        {
            Volatile.Write(ref _heads[at], Nobody);
        }

        int before = Nobody;
        for (int node = head; node < Nobody; before = node, node = _nodes[~node + 1])
        {
            if (_nodes[~node] == content)
            {
                Volatile.Write(ref before == Nobody ? ref _heads[at] : ref _nodes[~before + 1], _nodes[~node + 1]);
                _unused += NodeLength;
                return;
            }
        }
    }

    /// <summary>A copy with room for more keys, without what is of no use any more.</summary>
    public BlockShard Grown()
    {
        int used = _heads.Length - _heads.AsSpan().Count(Nobody);
        // Memory counts: tables are filled from two thirds to four fifths.
        int nodes = _nodesEnd - _unused;
        var grown = new BlockShard(Smallest + (used * 3 / 2), nodes + (nodes / 16 * NodeLength) + (NodeLength * Smallest));
        for (int i = 0; i < _heads.Length; i++)
        {
            int head = _heads[i];
            if (head > Nobody)
            {
                grown.Put(_keys[i], head);
            }
            else if (head < Nobody)
            {
                grown.Put(_keys[i], grown.Copy(_nodes, head));
            }
        }

        return grown;
    }

    /// <summary>Takes over the contents of a key in their order.</summary>
    private int Copy(int[] nodes, int head)
    {
        int first = ~_nodesEnd;
        for (int node = head; node < Nobody; node = nodes[~node + 1])
        {
            AddNode(nodes[~node], nodes[~node + 1] < Nobody ? ~(_nodesEnd + NodeLength) : Nobody);
        }

        return first;
    }

    private int AddNode(int content, int next)
    {
        if (_nodesEnd + NodeLength > _nodes.Length)
        {
            int[] more = new int[_nodes.Length + Math.Max(NodeLength * Smallest, _nodes.Length / 8 / NodeLength * NodeLength)];
            _nodes.CopyTo(more, 0);
            Volatile.Write(ref _nodes, more);
        }

        _nodes[_nodesEnd] = content;
        _nodes[_nodesEnd + 1] = next;
        _nodesEnd += NodeLength;
        return ~(_nodesEnd - NodeLength);
    }

    private void Put(uint key, int head)
    {
        uint free = First(key);
        while (_keys[free] != 0)
        {
            free = Next(free);
        }

        // The key last: who sees it sees what it leads to.
        _heads[free] = head;
        Volatile.Write(ref _keys[free], key);
        _count++;
    }

    // The share of the key in all there can be is the place's in the table.
    private uint First(uint key) => (uint)(((ulong)key * (uint)_keys.Length) >> 32);

    private uint Next(uint place) => place + 1 == (uint)_keys.Length ? 0 : place + 1;

    private int PlaceOf(uint key)
    {
        for (uint at = First(key); ; at = Next(at))
        {
            uint found = Volatile.Read(ref _keys[at]);
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
