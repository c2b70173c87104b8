namespace CustomerInsight.Matching;

/// <summary>The keys that a rule gives the nodes, range by range.</summary>
/// <remarks>Where the rule is made of parts of which a node has one value each, a key is joined from hashes, column after column; any other node goes the way of <see cref="IBlockingKeys"/>.</remarks>
/// <threadsafety>Safe from many threads.</threadsafety>
internal sealed class NodeKeys
{
    private const int Batch = 512;

    private readonly IBlockingKeys _source;
    private readonly BlockingColumns _columns;
    private readonly BlockRefinement? _refinement;
    private readonly PartKeys? _parts;
    private readonly int[][] _values;

    public NodeKeys(IBlockingKeys source, BlockingColumns columns, BlockRefinement? refinement = null)
    {
        _source = source;
        _columns = columns;
        _refinement = refinement;
        _parts = source is PartKeys parts && Array.TrueForAll(parts.Parts, static part => part.IsSingle) ? parts : null;
        _values = _parts is null ? [] : [.. _parts.Parts.Select(part => columns.Values(part.Column))];
    }

    /// <summary>Adds the keys of the nodes of a range, node after node; each key of a node once.</summary>
    public void Add(int from, int to, KeyBuffer into)
    {
        var general = new BlockKeys(_source, _columns, _refinement);
        if (_parts is null)
        {
            for (int node = from; node < to; node++)
            {
                into.Add(general.Of(node), node);
            }

            return;
        }

        bool plain = _refinement is null && _columns.Kinds is null;
        Span<ulong> keys = stackalloc ulong[Batch];
        Span<bool> others = stackalloc bool[Batch];
        for (int start = from; start < to; start += Batch)
        {
            int count = Math.Min(Batch, to - start);
            Join(start, keys[..count], others[..count]);
            if (plain && !others[..count].Contains(true))
            {
                into.AddPresent(keys[..count], start);
                continue;
            }

            for (int i = 0; i < count; i++)
            {
                if (others[i])
                {
                    into.Add(general.Of(start + i), start + i);
                }
                else if (keys[i] != 0)
                {
                    AddOne(start + i, keys[i], general, into);
                }
            }
        }
    }

    private void AddOne(int node, ulong key, BlockKeys general, KeyBuffer into)
    {
        if (_columns.Kinds is { } kinds)
        {
            key = BlockRefinement.OfKind(key, (ulong)kinds[node]);
        }

        if (_refinement?.Keeps(key) == false)
        {
            into.Add(general.Of(node), node);
        }
        else
        {
            into.Add(key, node);
        }
    }

    /// <summary>Joins the hashes of some nodes.</summary>
    /// <param name="start">The first node.</param>
    /// <param name="keys">Gets each node's key; 0 where a part is missing.</param>
    /// <param name="others">Gets which nodes are to be looked at one by one.</param>
    private void Join(int start, Span<ulong> keys, Span<bool> others)
    {
        others.Clear();
        for (int part = 0; part < _values.Length; part++)
        {
            ReadOnlySpan<int> values = _values[part].AsSpan(start, keys.Length);
            ReadOnlySpan<ulong> hashes = _parts!.Parts[part].Single;
            bool same = part == 0 ? First(values, hashes, keys) : _parts.AnyOrder ? Crossed(values, hashes, keys, others) : Next(values, hashes, keys, others);
            for (int i = 0; i < values.Length && !same; i++)
            {
                others[i] |= values[i] == BlockingColumns.Several;
            }
        }
    }

    /// <summary>The hashes of the first part are the keys so far.</summary>
    /// <returns>Whether no node has several values.</returns>
    private static bool First(ReadOnlySpan<int> values, ReadOnlySpan<ulong> hashes, Span<ulong> keys)
    {
        int least = 0;
        for (int i = 0; i < keys.Length; i++)
        {
            int value = values[i];
            keys[i] = value >= 0 ? hashes[value] : 0;
            least = Math.Min(least, value);
        }

        return least != BlockingColumns.Several;
    }

    /// <summary>Joins the hashes of a further part to the keys.</summary>
    /// <returns>Whether no node has several values.</returns>
    private static bool Next(ReadOnlySpan<int> values, ReadOnlySpan<ulong> hashes, Span<ulong> keys, Span<bool> others)
    {
        int least = 0;
        for (int i = 0; i < keys.Length; i++)
        {
            int value = values[i];
            ulong hash = value >= 0 ? hashes[value] : 0;
            ulong key = StableHash.Combine(keys[i], hash);
            bool both = keys[i] != 0 && hash != 0;
            keys[i] = both ? key : 0;

            // A joined key that happens to be 0 is one all the same.
            others[i] |= both && key == 0;
            least = Math.Min(least, value);
        }

        return least != BlockingColumns.Several;
    }

    /// <summary>Joins the hashes of a further part to the keys, whichever is the lower first.</summary>
    /// <returns>Whether no node has several values.</returns>
    private static bool Crossed(ReadOnlySpan<int> values, ReadOnlySpan<ulong> hashes, Span<ulong> keys, Span<bool> others)
    {
        int least = 0;
        for (int i = 0; i < keys.Length; i++)
        {
            int value = values[i];
            ulong hash = value >= 0 ? hashes[value] : 0;
            ulong key = StableHash.Combine(Math.Min(keys[i], hash), Math.Max(keys[i], hash));
            bool both = keys[i] != 0 && hash != 0;
            keys[i] = both ? key : 0;
            others[i] |= both && key == 0;
            least = Math.Min(least, value);
        }

        return least != BlockingColumns.Several;
    }
}
