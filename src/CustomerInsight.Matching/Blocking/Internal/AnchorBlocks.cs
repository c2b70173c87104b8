using System.Numerics;
using System.Runtime.InteropServices;

namespace CustomerInsight.Matching;

/// <summary>The blocks of any rule that hold an anchor of a survey, found by one pass over the keys of all nodes.</summary>
internal sealed class AnchorBlocks : IAnchorBlocks
{
    private const int BitsPerWord = 64;
    private const int NodesPerRange = 1 << 14;

    private readonly Dictionary<ulong, int> _numbers = [];
    private readonly List<List<int>> _members = [];
    private readonly int[][] _own;
    private readonly ulong[] _filter;
    private readonly int _shift;
    private readonly int _most;

    private AnchorBlocks(int anchors, int most)
    {
        _most = most;
        _own = new int[anchors][];

        // Nearly all keys belong to no anchor; one bit says so sooner than the dictionary does.
        _filter = new ulong[BitOperations.RoundUpToPowerOf2((uint)Math.Max(2, anchors))];
        _shift = BitsPerWord - BitOperations.Log2((uint)_filter.Length);
    }

    public bool Several { get; private set; }

    public ReadOnlySpan<int> Of(int anchor) => _own[anchor];

    public ReadOnlySpan<int> Members(int block) => CollectionsMarshal.AsSpan(_members[block]);

    /// <summary>Finds the nodes of the anchors' blocks.</summary>
    /// <param name="source">The rule's keys.</param>
    /// <param name="columns">The nodes.</param>
    /// <param name="anchors">The anchors.</param>
    /// <param name="most">After so many nodes more a block takes none: it is too large to count.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static AnchorBlocks Of(IBlockingKeys source, BlockingColumns columns, int[] anchors, int most, CancellationToken cancellationToken)
    {
        var blocks = new AnchorBlocks(anchors.Length, most);
        var keysOf = new BlockKeys(source, columns);
        for (int anchor = 0; anchor < anchors.Length; anchor++)
        {
            blocks._own[anchor] = [.. keysOf.Of(anchors[anchor]).ToArray().Select(blocks.Open)];
            blocks.Several |= blocks._own[anchor].Length > 1;
        }

        var keys = new NodeKeys(source, columns);
        using var buffer = new KeyBuffer(NodesPerRange);
        for (int from = 0; from < columns.Nodes.Count; from += NodesPerRange)
        {
            cancellationToken.ThrowIfCancellationRequested();
            buffer.Clear();
            keys.Add(from, Math.Min(columns.Nodes.Count, from + NodesPerRange), buffer);
            blocks.Add(buffer.Keys, buffer.Owners);
        }

        return blocks;
    }

    /// <summary>The number of a key's block; a new one for a new key.</summary>
    private int Open(ulong key)
    {
        ref int number = ref CollectionsMarshal.GetValueRefOrAddDefault(_numbers, key, out bool known);
        if (!known)
        {
            number = _members.Count;
            _members.Add([]);
            (int word, ulong bit) = Place(key);
            _filter[word] |= bit;
        }

        return number;
    }

    private void Add(ReadOnlySpan<ulong> keys, ReadOnlySpan<int> owners)
    {
        for (int i = 0; i < keys.Length; i++)
        {
            (int word, ulong bit) = Place(keys[i]);
            if ((_filter[word] & bit) != 0 && _numbers.TryGetValue(keys[i], out int number) && _members[number].Count <= _most)
            {
                _members[number].Add(owners[i]);
            }
        }
    }

    /// <summary>Keys need not be hashes.</summary>
    private (int Word, ulong Bit) Place(ulong key)
    {
        ulong mixed = key * 0x9E3779B97F4A7C15;
        return ((int)(mixed >> _shift), 1UL << (int)((mixed >> 32) & (BitsPerWord - 1)));
    }
}
