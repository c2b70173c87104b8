namespace CustomerInsight.Matching;

/// <summary>Which blocking rules are used, with their pairs.</summary>
/// <param name="Candidates">The pairs.</param>
/// <param name="Choice">The rules, to be kept in the model.</param>
/// <param name="Used">What each rule finds.</param>
/// <param name="LeftOut">Rules of the design that the budget had no room for.</param>
/// <param name="EveryPair">Whether every pair is compared, whatever the rules find: only where rules are chosen, since a model that was given compares what its rules find, however few records there are.</param>
internal sealed record BlockingPlan(CandidatePairs Candidates, BlockingChoice Choice, ValueList<BlockCounts> Used, ValueList<BlockCounts> LeftOut, bool EveryPair)
{
    /// <summary>Uses the rules of a trained model and those that are used in any case; without any in the model, chooses them.</summary>
    public static BlockingPlan Make(MatchDesign design, BlockingColumns columns, MatchingOptions options, IMatchModel model, ParallelOptions parallel)
    {
        if (model is MatchModel { Blocking: { } known })
        {
            return Of(WithNeeded(known, design, new BlockingColumns(columns.Table, columns.Nodes, known), options, parallel), columns.Table, columns.Nodes, options, parallel);
        }

        PairBudget budget = Choose(design, columns, options, model, parallel, out BlockingRecall? recall);
        var choice = new BlockingChoice(budget.Chosen, recall);
        bool everyPair = design.ChoosesRules && columns.Nodes.AllPairs <= options.EveryPairUpTo;
        return Of(choice with { WordCounts = columns.WordsOf(choice) }, budget.Indexes, budget.LeftOut, columns, everyPair, parallel);
    }

    /// <summary>Uses rules that were chosen before.</summary>
    public static BlockingPlan Of(BlockingChoice choice, StandardizedTable table, MatchNodes nodes, MatchingOptions options, ParallelOptions parallel, bool everyPair = false)
    {
        var columns = new BlockingColumns(table, nodes, choice);
        return Of(choice, [.. choice.Rules.Select(rule => BlockIndex.Build(rule, columns, options.LargestBlock, parallel))], [], columns, everyPair, parallel);
    }

    /// <summary>
    /// For each match rule of the design the blocks inside which it links: those within the limit, whole. What was over the limit is a hub value and
    /// links nothing (law L14), whether it was left out or refined.
    /// </summary>
    public BlockIndex[] Linking(MatchDesign design, StandardizedTable table, MatchNodes nodes, MatchingOptions options, ParallelOptions parallel)
    {
        var columns = new BlockingColumns(table, nodes, Choice);
        return [.. design.MatchRules.Select(rule => Linking(rule.FoundBy, columns, options, parallel))];
    }

    /// <summary>The rule inside whose blocks a match rule links: what was over the limit is refused, whether it was left out or refined.</summary>
    public static ChosenRule Linking(IBlockingRule rule, BlockingChoice choice) => new(
        rule,
        ValueList.From(choice.Rules.Where(chosen => chosen.Rule.Name == rule.Name).Take(1).SelectMany(static chosen => chosen.Oversize).Select(static block => block with { RefinedBy = null })));

    private BlockIndex Linking(IBlockingRule rule, BlockingColumns columns, MatchingOptions options, ParallelOptions parallel)
    {
        // A saved model's rules are not the design's own objects, but have their names.
        int at = Array.FindIndex([.. Choice.Rules], chosen => chosen.Rule.Name == rule.Name);
        if (at < 0)
        {
            return BlockIndex.Build(rule, columns, options.LargestBlock, parallel);
        }

        ChosenRule chosen = Choice.Rules[at];
        return ReferenceEquals(chosen.Rule, rule) && chosen.Oversize.All(static block => block.RefinedBy is null)
            ? Candidates.Blocks(at)
            : BlockIndex.Build(Linking(rule, Choice), columns, options.LargestBlock, parallel);
    }

    private static BlockingPlan Of(BlockingChoice choice, BlockIndex[] indexes, IEnumerable<BlockCounts> leftOut, BlockingColumns columns, bool everyPair, ParallelOptions parallel)
    {
        BlockIndex[] used = everyPair ? [.. indexes, BlockIndex.Build(EveryPairRule.Instance, columns, int.MaxValue, parallel)] : indexes;
        return new(new CandidatePairs(columns.Nodes, used), choice, ValueList.From(used.Select(static index => index.Counts)), ValueList.From(leftOut), everyPair);
    }

    private static PairBudget Choose(MatchDesign design, BlockingColumns columns, MatchingOptions options, IMatchModel model, ParallelOptions parallel, out BlockingRecall? recall)
    {
        var budget = new PairBudget(options, columns, design.BlockingParts, parallel);
        foreach (IBlockingRule rule in Needed(design, columns.Nodes))
        {
            budget.Take(rule);
        }

        budget.TakeIfItFits(IdentifierRule.Hinting(design.Identifiers));
        foreach (IBlockingRule rule in design.BlockingRules)
        {
            budget.TakeIfItFits(rule);
        }

        var chooser = new RuleChooser(design, columns, options, model, parallel);
        if (design.ChoosesRules)
        {
            List<IBlockingRule> rules = chooser.Choose([.. budget.Chosen.Select(static chosen => chosen.Rule)], options.PairsPerRecord);
            rules.ForEach(budget.Take);
            if (rules.Count == 0)
            {
                // Nothing is known to match: by the order of the design, from narrow to wide.
                foreach (IBlockingRule rule in design.CandidateRules)
                {
                    budget.TakeIfItFits(rule);
                }
            }
        }

        budget.Refine();
        Func<int, int, int> finder = new CandidatePairs(columns.Nodes, budget.Indexes).CreateFinder();
        recall = chooser.Recall((left, right) => finder(left, right) >= 0);
        return budget;
    }

    /// <summary>What is used whatever the budget: records with a strong identifier in common, and what a rule may link, are compared in any case.</summary>
    private static IEnumerable<IBlockingRule> Needed(MatchDesign design, MatchNodes nodes) =>
    [
        IdentifierRule.Deciding(design.Identifiers),
        .. design.MatchRules.Select(static rule => rule.FoundBy),
        .. nodes.Mode == LinkMode.LinkOnly || design.Identifiers.Policies.Any(static policy => policy.ExpiresAfterDays is not null) ? [SameContentRule.Instance] : Array.Empty<IBlockingRule>(),
    ];

    /// <summary>Appends what the design needs and the model, trained for another design or link mode, does not have; it knows rules by their names.</summary>
    private static BlockingChoice WithNeeded(BlockingChoice known, MatchDesign design, BlockingColumns columns, MatchingOptions options, ParallelOptions parallel)
    {
        HashSet<string> names = [.. known.Rules.Select(static chosen => chosen.Rule.Name)];
        ChosenRule[] needed = [.. Needed(design, columns.Nodes).Where(rule => names.Add(rule.Name))
            .Select(rule => new ChosenRule(rule, OversizeBlocks.Refuse(BlockIndex.Build(rule, columns, options.LargestBlock, parallel))))];
        BlockingChoice all = known with { Rules = [.. known.Rules, .. needed] };
        return needed.Length == 0 ? known : all with { WordCounts = columns.WordsOf(all) };
    }
}
