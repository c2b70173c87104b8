using System.Runtime.InteropServices;

namespace CustomerInsight.Matching;

/// <summary>The keys that a rule gives the nodes, those of entities of different kinds never the same.</summary>
internal sealed class BlockKeys(IBlockingKeys source, StandardizedTable table, MatchNodes nodes)
{
    private readonly List<ulong> _own = [];

    /// <summary>A node's keys, rising, each once; until the next call. Not safe from many threads.</summary>
    public ReadOnlySpan<ulong> Of(int node)
    {
        _own.Clear();
        int representative = nodes.Representative(node);
        source.AddKeys(representative, _own);
        ulong kind = (ulong)table.Records[representative].EntityKind;
        Span<ulong> own = CollectionsMarshal.AsSpan(_own);
        if (kind != 0 && source is not RefinedKeys)
        {
            foreach (ref ulong key in own)
            {
                key = RefinedKeys.OfKind(key, kind);
            }
        }

        if (own.Length < 2)
        {
            return own;
        }

        own.Sort();
        int kept = 1;
        for (int i = 1; i < own.Length; i++)
        {
            if (own[i] != own[kept - 1])
            {
                own[kept++] = own[i];
            }
        }

        return own[..kept];
    }
}
