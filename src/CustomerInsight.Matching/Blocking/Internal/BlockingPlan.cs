namespace CustomerInsight.Matching;

/// <summary>Which blocking rules are used: in their order, while the budget of pairs lasts.</summary>
internal sealed record BlockingPlan(CandidatePairs Candidates, ValueList<BlockCounts> Used, ValueList<BlockCounts> LeftOut)
{
    public static BlockingPlan Make(MatchDesign design, StandardizedTable table, MatchNodes nodes, MatchingOptions options, CancellationToken cancellationToken)
    {
        long budget = Math.Max((long)options.PairsPerRecord * nodes.Count, options.LargestBlock);
        var used = new List<BlockIndex>();
        var leftOut = new List<BlockCounts>();
        IBlockingRule[] rules = [new IdentifierRule(design.Identifiers), .. design.BlockingRules];
        foreach (IBlockingRule rule in rules)
        {
            BlockIndex index = BlockIndex.Build(rule, table, nodes, options.LargestBlock, cancellationToken);
            if (index.Counts.Pairs <= budget)
            {
                budget -= index.Counts.Pairs;
                used.Add(index);
            }
            else
            {
                leftOut.Add(index.Counts);
            }
        }

        return new BlockingPlan(new CandidatePairs(used), ValueList.From(used.Select(static index => index.Counts)), ValueList.From(leftOut));
    }
}
