using System.Runtime.InteropServices;

namespace CustomerInsight.Matching;

/// <summary>One rule's blocks over the nodes: which nodes share which key. Blocks over the cap are left out.</summary>
internal sealed class BlockIndex
{
    private readonly int[] _blockStarts;
    private readonly int[] _members;
    private readonly int[] _nodeStarts;
    private readonly int[] _nodeBlocks;
    private readonly LevelCondition? _condition;
    private readonly PairTestCompiler _compiler;
    private readonly MatchNodes _nodes;

    private BlockIndex(IBlockingRule rule, StandardizedTable table, MatchNodes nodes, int[] blockStarts, int[] members, int[] nodeStarts, int[] nodeBlocks, BlockCounts counts)
    {
        _condition = (rule as BlockingRule)?.Condition;
        _compiler = PairTestCompiler.For(table);
        _nodes = nodes;
        _blockStarts = blockStarts;
        _members = members;
        _nodeStarts = nodeStarts;
        _nodeBlocks = nodeBlocks;
        Counts = counts;
    }

    public BlockCounts Counts { get; private set; }

    /// <summary>The blocks that were left out: key and nodes.</summary>
    public IReadOnlyList<(ulong Key, int[] Members)> Oversize { get; private init; } = [];

    public int BlockCount => _blockStarts.Length - 1;

    /// <summary>The nodes of a block, rising.</summary>
    public ReadOnlySpan<int> Members(int block) => _members.AsSpan(_blockStarts[block].._blockStarts[block + 1]);

    /// <summary>The blocks that a node is in, rising.</summary>
    public ReadOnlySpan<int> Blocks(int node) => _nodeBlocks.AsSpan(_nodeStarts[node].._nodeStarts[node + 1]);

    /// <summary>What pairs of the blocks must also fulfil; null where that is nothing. Each worker takes its own.</summary>
    public NodeTest? CreateTest() => _condition is null ? null : new NodeTest(_condition.Compile(_compiler), _nodes);

    /// <summary>The first block that two nodes share, or −1.</summary>
    public int FirstShared(int left, int right)
    {
        ReadOnlySpan<int> l = Blocks(left);
        ReadOnlySpan<int> r = Blocks(right);
        for (int i = 0, j = 0; i < l.Length && j < r.Length;)
        {
            if (l[i] == r[j])
            {
                return l[i];
            }

            if (l[i] < r[j])
            {
                i++;
            }
            else
            {
                j++;
            }
        }

        return -1;
    }

    /// <summary>Blocks over the limit are left out.</summary>
    public static BlockIndex Build(IBlockingRule rule, StandardizedTable table, MatchNodes nodes, int largestBlock, CancellationToken cancellationToken) =>
        Build(rule, rule.Prepare(table), table, nodes, largestBlock, cancellationToken);

    /// <summary>Blocks that were over the limit at training are refined or left out as was decided then; others count however large they have become.</summary>
    public static BlockIndex Build(ChosenRule chosen, StandardizedTable table, MatchNodes nodes, int largestBlock, CancellationToken cancellationToken)
    {
        BlockIndex index = Build(chosen.Rule, new RefinedKeys(chosen.Rule.Prepare(table), chosen.Oversize, table), table, nodes, int.MaxValue, cancellationToken);
        OversizeBlock[] refused = [.. chosen.Oversize.Where(static block => block.RefinedBy is null)];
        index.Counts = index.Counts with
        {
            HubBlocks = refused.Length,
            HubRecords = refused.Sum(static block => (long)block.Contents),
            RefinedBlocks = chosen.Oversize.Count - refused.Length,
            GrownBlocks = Enumerable.Range(0, index.BlockCount).Count(block => index.Members(block).Length > largestBlock),
        };
        return index;
    }

    private static BlockIndex Build(IBlockingRule rule, IBlockingKeys source, StandardizedTable table, MatchNodes nodes, int largestBlock, CancellationToken cancellationToken)
    {
        var keysOf = new BlockKeys(source, table, nodes);
        var keys = new List<ulong>(nodes.Count);
        var owners = new List<int>(nodes.Count);
        for (int node = 0; node < nodes.Count; node++)
        {
            if ((node & 0xFFFF) == 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
            }

            foreach (ulong key in keysOf.Of(node))
            {
                keys.Add(key);
                owners.Add(node);
            }
        }

        return Group(rule, table, nodes, CollectionsMarshal.AsSpan(keys), CollectionsMarshal.AsSpan(owners), largestBlock);
    }

    private static BlockIndex Group(IBlockingRule rule, StandardizedTable table, MatchNodes nodes, Span<ulong> keys, Span<int> owners, int largestBlock)
    {
        int nodeCount = nodes.Count;
        MemoryExtensions.Sort(keys, owners);
        var starts = new List<int>();
        var members = new List<int>();
        int[] blocksOfNode = new int[nodeCount + 1];
        long pairs = 0;
        var oversize = new List<(ulong Key, int[] Members)>();
        for (int from = 0, to; from < keys.Length; from = to)
        {
            to = from + 1;
            while (to < keys.Length && keys[to] == keys[from])
            {
                to++;
            }

            int size = to - from;
            if (size > largestBlock)
            {
                owners[from..to].Sort();
                oversize.Add((keys[from], owners[from..to].ToArray()));
            }
            else if (size > 1)
            {
                // The sort is not stable, and the order inside a block must not depend on it.
                owners[from..to].Sort();
                starts.Add(members.Count);
                foreach (int owner in owners[from..to])
                {
                    members.Add(owner);
                    blocksOfNode[owner + 1]++;
                }

                pairs += nodes.PairsAmong(owners[from..to]);
            }
        }

        starts.Add(members.Count);
        for (int i = 0; i < nodeCount; i++)
        {
            blocksOfNode[i + 1] += blocksOfNode[i];
        }

        int[] nodeBlocks = new int[members.Count];
        int[] next = blocksOfNode[..^1];
        for (int block = 0; block < starts.Count - 1; block++)
        {
            for (int i = starts[block]; i < starts[block + 1]; i++)
            {
                nodeBlocks[next[members[i]]++] = block;
            }
        }

        return new BlockIndex(rule, table, nodes, [.. starts], [.. members], blocksOfNode, nodeBlocks, new BlockCounts(rule.Name, pairs, oversize.Count, oversize.Sum(static block => (long)block.Members.Length))) { Oversize = oversize };
    }
}
