namespace CustomerInsight.Matching;

/// <summary>For each node the blocks that it is in, rule by rule side by side, so that one look says whether two nodes share one.</summary>
/// <remarks>4 bytes a node and rule. Rows of many nodes are kept apart from others, so that no array grows beyond what the runtime allows.</remarks>
internal sealed class NodeBlocks
{
    /// <summary>Rows are as long as a multiple of this.</summary>
    public const int Lanes = 8;

    private const int SegmentBits = 14;
    private const int SegmentNodes = 1 << SegmentBits;

    private readonly int[][] _segments;

    private NodeBlocks(int nodes, int rules)
    {
        Width = (rules + Lanes - 1) / Lanes * Lanes;
        _segments = new int[(nodes + SegmentNodes - 1) / SegmentNodes][];
    }

    /// <summary>How many numbers a row has.</summary>
    public int Width { get; }

    /// <summary>The node's <see cref="BlockIndex.Id"/> under each rule; beyond the rules <see cref="BlockIndex.None"/>.</summary>
    public ReadOnlySpan<int> Row(int node) => _segments[node >> SegmentBits].AsSpan((node & (SegmentNodes - 1)) * Width, Width);

    /// <summary>Puts the blocks of rules side by side. The rules read from here afterwards.</summary>
    public static NodeBlocks Of(BlockIndex[] rules, int nodes, ParallelOptions parallel)
    {
        var rows = new NodeBlocks(nodes, rules.Length);
        Parallel.For(0, rows._segments.Length, parallel, segment => rows._segments[segment] = Segment(rules, rows.Width, segment * SegmentNodes, Math.Min(nodes, (segment + 1) * SegmentNodes)));
        for (int rule = 0; rule < rules.Length; rule++)
        {
            rules[rule].ReadFrom(rows, rule);
        }

        return rows;
    }

    private static int[] Segment(BlockIndex[] rules, int width, int from, int to)
    {
        // Few enough nodes at a time that their rows stay in the cache while rule after rule is written.
        const int Tile = 512;
        int[] rows = new int[(to - from) * width];
        if (rules.Length < width)
        {
            Array.Fill(rows, BlockIndex.None);
        }

        for (int tile = from; tile < to; tile += Tile)
        {
            for (int rule = 0; rule < rules.Length; rule++)
            {
                for (int node = tile; node < Math.Min(to, tile + Tile); node++)
                {
                    rows[((node - from) * width) + rule] = rules[rule].Id(node);
                }
            }
        }

        return rows;
    }
}
