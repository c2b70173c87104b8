using System.Runtime.InteropServices;

namespace CustomerInsight.Matching;

/// <summary>The keys that a rule gives the nodes, one node after another, those of entities of different kinds never the same. Not safe from many threads.</summary>
internal sealed class BlockKeys(IBlockingKeys source, BlockingColumns columns, BlockRefinement? refinement = null)
{
    private readonly List<ulong> _own = [];
    private readonly List<ulong> _refined = [];

    /// <summary>A node's keys, rising, each once; until the next call.</summary>
    public ReadOnlySpan<ulong> Of(int node)
    {
        _own.Clear();
        int representative = columns.Nodes.Representative(node);
        source.AddKeys(representative, _own);
        if (columns.Kinds is { } kinds)
        {
            foreach (ref ulong key in CollectionsMarshal.AsSpan(_own))
            {
                key = BlockRefinement.OfKind(key, (ulong)kinds[node]);
            }
        }

        return Distinct(CollectionsMarshal.AsSpan(refinement is null ? _own : Refined(refinement, representative)));
    }

    private List<ulong> Refined(BlockRefinement by, int representative)
    {
        _refined.Clear();
        foreach (ulong key in _own)
        {
            by.Add(representative, key, _refined);
        }

        return _refined;
    }

    private static ReadOnlySpan<ulong> Distinct(Span<ulong> keys)
    {
        if (keys.Length < 2)
        {
            return keys;
        }

        keys.Sort();
        int kept = 1;
        for (int i = 1; i < keys.Length; i++)
        {
            if (keys[i] != keys[kept - 1])
            {
                keys[kept++] = keys[i];
            }
        }

        return keys[..kept];
    }
}
