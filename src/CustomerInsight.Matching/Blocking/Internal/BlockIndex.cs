namespace CustomerInsight.Matching;

/// <summary>One rule's blocks over the nodes: which nodes share which key. Blocks over the cap are left out.</summary>
/// <remarks>4 bytes a node, and 4 for each that is in a block; where nodes are in several blocks, 4 more for each of these.</remarks>
/// <threadsafety>Safe from many threads.</threadsafety>
internal sealed class BlockIndex
{
    /// <summary>A node is in no block.</summary>
    public const int None = -1;

    private readonly int[] _blockStarts;
    private readonly int[] _members;
    private readonly SeveralBlocks? _several;
    private readonly LevelCondition? _condition;
    private readonly PairTestCompiler _compiler;
    private readonly MatchNodes _nodes;
    private int[]? _ids;
    private NodeBlocks? _rows;
    private int _rule;

    private BlockIndex(IBlockingRule rule, BlockingColumns columns, BlockGroups groups)
    {
        _condition = (rule as BlockingRule)?.Condition;
        _compiler = PairTestCompiler.For(columns.Table);
        _nodes = columns.Nodes;
        _blockStarts = groups.Starts;
        _members = groups.Members;
        _ids = groups.IdsOfNodes();
        _several = groups.Several ? SeveralBlocks.Of(groups, _ids) : null;
        Oversize = groups.Oversize;
        Counts = new BlockCounts(rule.Name, groups.Pairs, Oversize.Count, Oversize.Sum(static block => (long)block.Members.Length));
    }

    public BlockCounts Counts { get; private set; }

    /// <summary>The blocks that were left out: key and nodes, by rising key.</summary>
    public IReadOnlyList<(ulong Key, int[] Members)> Oversize { get; }

    public int BlockCount => _blockStarts.Length - 1;

    /// <summary>Whether a node is in more than one block.</summary>
    public bool HasSeveral => _several is not null;

    /// <summary>Whether pairs of the blocks must also fulfil a condition.</summary>
    public bool HasCondition => _condition is not null;

    /// <summary>The nodes of a block, rising.</summary>
    public ReadOnlySpan<int> Members(int block) => _members.AsSpan(_blockStarts[block].._blockStarts[block + 1]);

    /// <summary>The nodes of some blocks, block after block.</summary>
    public ReadOnlySpan<int> Members(int firstBlock, int endBlock) => _members.AsSpan(_blockStarts[firstBlock].._blockStarts[endBlock]);

    /// <summary>A node's block, or <see cref="None"/>; below that a number of the node's own where it is in several.</summary>
    public int Id(int node) => Volatile.Read(ref _ids) is { } ids ? ids[node] : _rows!.Row(node)[_rule];

    /// <summary>What pairs of the blocks must also fulfil; null where that is nothing. Each worker takes its own.</summary>
    public NodeTest? CreateTest() => _condition is null ? null : new NodeTest(_condition.Compile(_compiler), _nodes);

    /// <summary>The first block that two nodes share, or −1.</summary>
    public int FirstShared(int left, int right)
    {
        int l = Id(left);
        int r = Id(right);
        if (l >= 0 && r >= 0)
        {
            return l == r ? l : None;
        }

        return l == None || r == None ? None : FirstShared(l >= 0 ? new ReadOnlySpan<int>(in l) : _several!.Of(l), r >= 0 ? new ReadOnlySpan<int>(in r) : _several!.Of(r));
    }

    /// <summary>From here on the nodes' blocks are read from where they stand beside those of other rules; the own list is let go.</summary>
    public void ReadFrom(NodeBlocks rows, int rule)
    {
        _rows = rows;
        _rule = rule;
        Volatile.Write(ref _ids, null);
    }

    /// <summary>Blocks over the limit are left out.</summary>
    public static BlockIndex Build(IBlockingRule rule, StandardizedTable table, MatchNodes nodes, int largestBlock, ParallelOptions parallel) =>
        Build(rule, new BlockingColumns(table, nodes), largestBlock, parallel);

    /// <summary>Blocks over the limit are left out.</summary>
    public static BlockIndex Build(IBlockingRule rule, BlockingColumns columns, int largestBlock, ParallelOptions parallel) =>
        new(rule, columns, BlockGroups.Of(new NodeKeys(columns.Prepare(rule), columns), columns.Nodes, Limit(rule, largestBlock), parallel));

    /// <summary>Blocks that were over the limit at training are refined or left out as was decided then; others count however large they have become.</summary>
    public static BlockIndex Build(ChosenRule chosen, BlockingColumns columns, int largestBlock, ParallelOptions parallel)
    {
        BlockRefinement? refinement = chosen.Oversize.Count == 0 ? null : new BlockRefinement(chosen.Oversize, columns);
        var keys = new NodeKeys(columns.Prepare(chosen.Rule), columns, refinement);
        var index = new BlockIndex(chosen.Rule, columns, BlockGroups.Of(keys, columns.Nodes, int.MaxValue, parallel));
        OversizeBlock[] refused = [.. chosen.Oversize.Where(static block => block.RefinedBy is null)];
        index.Counts = index.Counts with
        {
            HubBlocks = refused.Length,
            HubRecords = refused.Sum(static block => (long)block.Contents),
            RefinedBlocks = chosen.Oversize.Count - refused.Length,
            GrownBlocks = index.CountLargerThan(Limit(chosen.Rule, largestBlock)),
        };
        return index;
    }

    /// <summary>How many nodes a block of a rule may have.</summary>
    public static int Limit(IBlockingRule rule, int largestBlock) => rule is IdentifierRule identifiers ? identifiers.LargestBlock(largestBlock) : largestBlock;

    private int CountLargerThan(int largestBlock)
    {
        int count = 0;
        for (int block = 0; block < BlockCount; block++)
        {
            count += _blockStarts[block + 1] - _blockStarts[block] > largestBlock ? 1 : 0;
        }

        return count;
    }

    private static int FirstShared(ReadOnlySpan<int> left, ReadOnlySpan<int> right)
    {
        for (int i = 0, j = 0; i < left.Length && j < right.Length;)
        {
            if (left[i] == right[j])
            {
                return left[i];
            }

            if (left[i] < right[j])
            {
                i++;
            }
            else
            {
                j++;
            }
        }

        return None;
    }
}
