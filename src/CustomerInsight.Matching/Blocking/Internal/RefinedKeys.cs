namespace CustomerInsight.Matching;

/// <summary>A rule's keys with those of oversize blocks refined by a further part, or refused.</summary>
internal sealed class RefinedKeys : IBlockingKeys
{
    private readonly IBlockingKeys _keys;
    private readonly Dictionary<ulong, PartHashes?> _oversize;
    private readonly StandardizedTable _table;

    public RefinedKeys(IBlockingKeys keys, ValueList<OversizeBlock> oversize, StandardizedTable table)
    {
        _keys = keys;
        _table = table;
        var hashes = new Dictionary<BlockingPart, PartHashes>();
        _oversize = new Dictionary<ulong, PartHashes?>(oversize.Count);
        foreach (OversizeBlock block in oversize)
        {
            if (block.RefinedBy is { } part && !hashes.ContainsKey(part))
            {
                hashes.Add(part, part.Hashes(table));
            }

            _oversize.Add(block.Key, block.RefinedBy is { } by ? hashes[by] : null);
        }
    }

    public void AddKeys(int record, ICollection<ulong> keys)
    {
        var own = new List<ulong>();
        _keys.AddKeys(record, own);
        ulong kind = (ulong)_table.Records[record].EntityKind;
        foreach (ulong key in own)
        {
            Add(record, OfKind(key, kind), keys);
        }
    }

    /// <summary>A key of entities of one kind: those of different kinds never meet.</summary>
    public static ulong OfKind(ulong key, ulong kind) => kind == 0 ? key : StableHash.Combine(key, kind);

    /// <summary>The key of a part of a block.</summary>
    public static ulong Within(ulong key, ulong hash) => StableHash.Combine(~key, hash);

    private void Add(int record, ulong key, ICollection<ulong> keys)
    {
        if (!_oversize.TryGetValue(key, out PartHashes? by))
        {
            keys.Add(key);
        }
        else if (by is not null)
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
}
