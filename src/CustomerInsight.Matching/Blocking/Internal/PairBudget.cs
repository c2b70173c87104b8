namespace CustomerInsight.Matching;

/// <summary>The rules taken so far, and what is left of the pairs that may be compared.</summary>
internal sealed class PairBudget(MatchingOptions options, BlockingColumns columns, ValueList<BlockingPart> parts, ParallelOptions parallel)
{
    private readonly List<(ChosenRule Rule, BlockIndex Index)> _taken = [];
    private readonly List<BlockCounts> _leftOut = [];
    private long _left = Math.Max((long)options.PairsPerRecord * columns.Nodes.Count, options.LargestBlock);

    public ValueList<ChosenRule> Chosen => ValueList.From(_taken.Select(static taken => taken.Rule));

    public BlockIndex[] Indexes => [.. _taken.Select(static taken => taken.Index)];

    public IEnumerable<BlockCounts> LeftOut => _leftOut;

    public void Take(IBlockingRule rule) => Take(rule, Build(rule));

    public void TakeIfItFits(IBlockingRule rule)
    {
        BlockIndex index = Build(rule);
        if (index.Counts.Pairs <= _left)
        {
            Take(rule, index);
        }
        else
        {
            _leftOut.Add(index.Counts);
        }
    }

    /// <summary>Splits the blocks over the limit by a further part, rule by rule while the budget lasts; the others stay refused.</summary>
    public void Refine()
    {
        long left = Math.Max(_left, (long)options.PairsPerRecord * columns.Nodes.Count / 10);
        var oversize = new OversizeBlocks(columns, parts, options.LargestBlock);
        for (int i = 0; i < _taken.Count; i++)
        {
            (ChosenRule chosen, BlockIndex index) = _taken[i];
            if (index.Oversize.Count == 0)
            {
                continue;
            }

            var refined = new ChosenRule(chosen.Rule, oversize.Refine(index, chosen.Rule, left));
            BlockIndex blocks = BlockIndex.Build(refined, columns, options.LargestBlock, parallel);
            long more = blocks.Counts.Pairs - index.Counts.Pairs;
            if (more > 0 && more <= left)
            {
                left -= more;
                _taken[i] = (refined, blocks);
            }
        }
    }

    private void Take(IBlockingRule rule, BlockIndex index)
    {
        _left -= index.Counts.Pairs;
        _taken.Add((new ChosenRule(rule, OversizeBlocks.Refuse(index)), index));
    }

    private BlockIndex Build(IBlockingRule rule) => BlockIndex.Build(rule, columns, options.LargestBlock, parallel);
}
