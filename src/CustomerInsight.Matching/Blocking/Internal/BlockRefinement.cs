namespace CustomerInsight.Matching;

/// <summary>What becomes of the keys of a rule's oversize blocks: refined by a further part, or refused.</summary>
/// <threadsafety>Safe from many threads.</threadsafety>
internal sealed class BlockRefinement
{
    private const int FilterBits = 64;

    private readonly Dictionary<ulong, PartHashes?> _oversize;
    private readonly ulong _filter;

    public BlockRefinement(ValueList<OversizeBlock> oversize, BlockingColumns columns)
    {
        _oversize = new Dictionary<ulong, PartHashes?>(oversize.Count);
        foreach (OversizeBlock block in oversize)
        {
            _oversize.Add(block.Key, block.RefinedBy is { } part ? columns.Hashes(part) : null);
            _filter |= Bit(block.Key);
        }
    }

    /// <summary>A key of entities of one kind: those of different kinds never meet.</summary>
    public static ulong OfKind(ulong key, ulong kind) => kind == 0 ? key : StableHash.Combine(key, kind);

    /// <summary>The key of a part of a block.</summary>
    public static ulong Within(ulong key, ulong hash) => StableHash.Combine(~key, hash);

    /// <summary>Whether a key stays as it is.</summary>
    public bool Keeps(ulong key) => (_filter & Bit(key)) == 0 || !_oversize.ContainsKey(key);

    /// <summary>Adds what a key becomes.</summary>
    /// <param name="record">The record that it is of.</param>
    /// <param name="key">The key, that of the kind of the record's entity.</param>
    /// <param name="keys">Where to add.</param>
    public void Add(int record, ulong key, List<ulong> keys)
    {
        if (Keeps(key))
        {
            keys.Add(key);
        }
        else if (_oversize[key] is { } by)
        {
            foreach (int value in by.Values(record))
            {
                foreach (ulong hash in by.Hashes(value))
                {
                    Add(record, Within(key, hash), keys);
                }
            }
        }
    }

    private static ulong Bit(ulong key) => 1UL << (int)(key % FilterBits);
}
