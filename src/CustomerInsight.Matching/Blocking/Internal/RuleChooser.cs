namespace CustomerInsight.Matching;

/// <summary>Chooses blocking rules from the data: what each finds among a sample of records, and which of it the model takes for matches.</summary>
internal sealed class RuleChooser(MatchDesign design, BlockingColumns columns, MatchingOptions options, IMatchModel model, ParallelOptions parallel)
{
    private const int Anchors = 1_000;
    private const int MostScored = 1_200_000;
    private const double LeastProbability = 0.5;

    // A rule that takes more of the budget than this leaves too little for others.
    private const double Widest = 0.5;

    private readonly MatchNodes _nodes = columns.Nodes;
    private readonly RuleSurvey _survey = new(columns, options, Anchors, parallel);
    private SightedPairs? _sighted;
    private int[] _used = [];

    /// <summary>Chooses.</summary>
    /// <param name="taken">Rules that are used in any case, and count towards what is found.</param>
    /// <param name="pairsPerRecord">The budget, with what those cost.</param>
    /// <returns>The rules to use besides, the most worthwhile first.</returns>
    public List<IBlockingRule> Choose(IReadOnlyList<IBlockingRule> taken, double pairsPerRecord)
    {
        // Those in use are looked at to the end however wide they are: their pairs are spent and their matches found.
        RuleSighting[] given = [.. _survey.Look(taken, double.PositiveInfinity), .. _survey.Look(design.CandidateRules, pairsPerRecord * Widest)];
        HashSet<string> names = [.. given.Select(static sighting => sighting.Rule.Name)];

        // Where every pair is compared anyway, rules only serve a model that meets more records later: those of the design will do.
        ValueList<BlockingPart> parts = _nodes.AllPairs <= options.EveryPairUpTo ? [] : design.BlockingParts;
        List<RuleSighting> made = RuleMaker.Make(parts, _survey, pairsPerRecord * Widest);
        _sighted = SightedPairs.Of(_survey, given.Concat(made.Where(sighting => !names.Contains(sighting.Rule.Name))), _nodes, model.Prepare(columns.Table), MostScored, parallel);
        if (model is MatchModel trained)
        {
            _sighted.AdjustTo(trained.MatchShare, _nodes);
        }

        int[] first = [.. Enumerable.Range(0, _sighted.Rules.Length).Where(rule => taken.Contains(_sighted.Rules[rule].Rule))];
        var cover = new RuleCover(_sighted, LeastProbability);
        List<int> chosen = cover.Choose(first, pairsPerRecord);
        _used = [.. first, .. chosen];
        return [.. chosen.Select(rule => _sighted.Rules[rule].Rule)];
    }

    /// <summary>Estimates the recall of the rules in use.</summary>
    /// <param name="isFound">Says whether they find a pair of nodes.</param>
    public BlockingRecall? Recall(Func<int, int, bool> isFound) => _sighted is null ? null
        : SiblingRecall.Estimate(_sighted, _nodes, isFound, options.LinkProbability, options.Seed, parallel)
        ?? RecallEstimator.Estimate(MatchSigns.Of(_sighted, _survey, _nodes, _used, LeastProbability), options.Seed, parallel);
}
