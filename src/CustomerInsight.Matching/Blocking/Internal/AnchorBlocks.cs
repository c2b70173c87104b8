using System.Numerics;
using System.Runtime.InteropServices;

namespace CustomerInsight.Matching;

/// <summary>The blocks of a rule that hold an anchor of a survey, filled by one pass over the nodes.</summary>
internal sealed class AnchorBlocks
{
    private const int BitsPerWord = 64;

    private readonly Dictionary<ulong, int> _numbers = [];
    private readonly List<List<int>> _members = [];
    private readonly ulong[] _filter;
    private readonly int _shift;
    private readonly int _most;

    /// <summary>Makes place for the keys of some anchors.</summary>
    /// <param name="anchors">How many there are.</param>
    /// <param name="most">After so many nodes more a block takes none: it is too large to count.</param>
    public AnchorBlocks(int anchors, int most)
    {
        _most = most;

        // Nearly all keys belong to no anchor; one bit says so sooner than the dictionary does.
        _filter = new ulong[BitOperations.RoundUpToPowerOf2((uint)Math.Max(2, anchors))];
        _shift = BitsPerWord - BitOperations.Log2((uint)_filter.Length);
    }

    /// <summary>The number of a key's block; a new one for a new key.</summary>
    public int Open(ulong key)
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

    /// <summary>Puts a node into the block of a key, where an anchor opened one.</summary>
    public void Add(ulong key, int node)
    {
        (int word, ulong bit) = Place(key);
        if ((_filter[word] & bit) != 0 && _numbers.TryGetValue(key, out int number) && _members[number].Count <= _most)
        {
            _members[number].Add(node);
        }
    }

    /// <summary>The nodes of a block, rising; one more than may be where there are too many.</summary>
    public ReadOnlySpan<int> Members(int number) => CollectionsMarshal.AsSpan(_members[number]);

    /// <summary>Keys need not be hashes.</summary>
    private (int Word, ulong Bit) Place(ulong key)
    {
        ulong mixed = key * 0x9E3779B97F4A7C15;
        return ((int)(mixed >> _shift), 1UL << (int)((mixed >> 32) & (BitsPerWord - 1)));
    }
}
