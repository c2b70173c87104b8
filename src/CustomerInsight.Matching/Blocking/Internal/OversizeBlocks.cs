using System.Runtime.InteropServices;

namespace CustomerInsight.Matching;

/// <summary>Decides what is done with the blocks of a rule that are over the limit.</summary>
/// <param name="table">The records.</param>
/// <param name="nodes">The nodes.</param>
/// <param name="refiners">The parts that a block may be split by, in order of preference.</param>
/// <param name="largestBlock">The limit.</param>
internal sealed class OversizeBlocks(StandardizedTable table, MatchNodes nodes, ValueList<BlockingPart> refiners, int largestBlock)
{
    private const int Deepest = 3;

    private readonly Dictionary<BlockingPart, PartHashes> _hashes = [];

    /// <summary>Splits each block by the part that loses the fewest of its records, and what is still too large again; where nothing helps it is refused.</summary>
    public ValueList<OversizeBlock> Refine(BlockIndex index, IBlockingRule rule)
    {
        BlockingPart[] parts = [.. refiners.Where(part => !rule.Attributes.Contains(part.Attribute))];
        var blocks = new List<OversizeBlock>();
        foreach ((ulong key, int[] members) in index.Oversize)
        {
            Decide(key, members, parts, 1, blocks);
        }

        return ValueList.From(blocks.OrderBy(static block => block.Key));
    }

    /// <summary>Refuses each block.</summary>
    public static ValueList<OversizeBlock> Refuse(BlockIndex index) =>
        ValueList.From(index.Oversize.Select(static block => new OversizeBlock(block.Key, block.Members.Length, null)).OrderBy(static block => block.Key));

    private void Decide(ulong key, int[] members, BlockingPart[] parts, int depth, List<OversizeBlock> blocks)
    {
        BlockingPart? best = null;
        int fewest = members.Length;
        foreach (BlockingPart part in depth <= Deepest ? parts : [])
        {
            Dictionary<ulong, int> sizes = Sizes(members, Hashes(part));
            int lost = members.Length - sizes.Values.Where(size => size <= largestBlock).Sum();
            if (lost < fewest)
            {
                best = part;
                fewest = lost;
            }
        }

        blocks.Add(new OversizeBlock(key, members.Length, best));
        if (best is null)
        {
            return;
        }

        PartHashes hashes = Hashes(best);
        foreach (ulong hash in Sizes(members, hashes).Where(size => size.Value > largestBlock).Select(static size => size.Key))
        {
            int[] inside = [.. members.Where(node => Has(hashes, nodes.Representative(node), hash))];
            Decide(RefinedKeys.Within(key, hash), inside, [.. parts.Where(part => part.Attribute != best.Attribute)], depth + 1, blocks);
        }
    }

    private PartHashes Hashes(BlockingPart part)
    {
        if (!_hashes.TryGetValue(part, out PartHashes? hashes))
        {
            _hashes.Add(part, hashes = part.Hashes(table));
        }

        return hashes;
    }

    private Dictionary<ulong, int> Sizes(int[] members, PartHashes hashes)
    {
        var sizes = new Dictionary<ulong, int>();
        foreach (int node in members)
        {
            foreach (int value in hashes.Values(nodes.Representative(node)))
            {
                foreach (ulong hash in hashes.Hashes(value))
                {
                    CollectionsMarshal.GetValueRefOrAddDefault(sizes, hash, out _)++;
                }
            }
        }

        return sizes;
    }

    private static bool Has(PartHashes hashes, int record, ulong hash)
    {
        foreach (int value in hashes.Values(record))
        {
            if (hashes.Hashes(value).Contains(hash))
            {
                return true;
            }
        }

        return false;
    }
}
