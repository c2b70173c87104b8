namespace CustomerInsight.Matching;

/// <summary>Some blocks of a rule, or some rows of one large block: what one thread visits at a time.</summary>
/// <param name="Rule">The rule's position.</param>
/// <param name="FirstBlock">The first block.</param>
/// <param name="EndBlock">The first that is not of the chunk.</param>
/// <param name="FirstRow">The first row of each block.</param>
/// <param name="EndRow">The first row that is not of the chunk.</param>
internal readonly record struct PairChunk(int Rule, int FirstBlock, int EndBlock, int FirstRow, int EndRow)
{
    private const long PairsPerChunk = 1 << 16;

    /// <summary>Divides the blocks of rules, rule after rule.</summary>
    public static PairChunk[] Of(BlockIndex[] rules)
    {
        var chunks = new List<PairChunk>();
        for (int rule = 0; rule < rules.Length; rule++)
        {
            Add(rule, rules[rule], chunks);
        }

        return [.. chunks];
    }

    private static void Add(int rule, BlockIndex index, List<PairChunk> chunks)
    {
        int first = 0;
        long pairs = 0;
        for (int block = 0; block < index.BlockCount; block++)
        {
            int size = index.Members(block).Length;
            long own = (long)size * (size - 1) / 2;
            if (own > PairsPerChunk)
            {
                AddRows(rule, block, size, chunks);
                if (block > first)
                {
                    chunks.Add(new PairChunk(rule, first, block, 0, int.MaxValue));
                }

                first = block + 1;
                pairs = 0;
            }
            else if ((pairs += own) >= PairsPerChunk)
            {
                chunks.Add(new PairChunk(rule, first, block + 1, 0, int.MaxValue));
                first = block + 1;
                pairs = 0;
            }
        }

        if (first < index.BlockCount)
        {
            chunks.Add(new PairChunk(rule, first, index.BlockCount, 0, int.MaxValue));
        }
    }

    /// <summary>A block of its own, row by row, so that one large block is not one thread's work.</summary>
    private static void AddRows(int rule, int block, int size, List<PairChunk> chunks)
    {
        int first = 0;
        long pairs = 0;
        for (int row = 0; row < size; row++)
        {
            pairs += size - row - 1;
            if (pairs >= PairsPerChunk || row == size - 1)
            {
                chunks.Add(new PairChunk(rule, block, block + 1, first, row + 1));
                first = row + 1;
                pairs = 0;
            }
        }
    }
}
