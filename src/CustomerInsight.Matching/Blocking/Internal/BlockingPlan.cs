namespace CustomerInsight.Matching;

/// <summary>Which blocking rules are used: in their order, each that still fits the budget of pairs.</summary>
internal sealed record BlockingPlan(CandidatePairs Candidates, ValueList<BlockCounts> Used, ValueList<BlockCounts> LeftOut)
{
    public static BlockingPlan Make(MatchDesign design, StandardizedTable table, MatchNodes nodes, MatchingOptions options, CancellationToken cancellationToken)
    {
        long budget = Math.Max((long)options.PairsPerRecord * nodes.Count, options.LargestBlock);

        // Records with a strong identifier in common, and what a rule may link, are compared in any case.
        List<BlockIndex> used = [Build(IdentifierRule.Deciding(design.Identifiers)), .. design.MatchRules.Select(rule => Build(rule.FoundBy))];
        var leftOut = new List<BlockCounts>();
        IBlockingRule[] rules = [IdentifierRule.Hinting(design.Identifiers), .. design.BlockingRules];
        foreach (IBlockingRule rule in rules)
        {
            BlockIndex index = Build(rule);
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

        BlockIndex Build(IBlockingRule rule) => BlockIndex.Build(rule, table, nodes, options.LargestBlock, cancellationToken);
    }
}
