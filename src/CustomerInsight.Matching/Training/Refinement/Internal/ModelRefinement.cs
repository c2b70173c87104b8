namespace CustomerInsight.Matching;

/// <summary>
/// Refines a trained model on all pairs: u without the matches among random pairs, the shares of matches and households, and what agrees by
/// chance together. Makes its probabilities honest.
/// </summary>
internal static class ModelRefinement
{
    private const int Rounds = 2;

    public static MatchTraining Refine(MatchTraining training, MatchModel model, StandardizedTable table, MatchNodes nodes, MatchDesign design, CandidatePairs candidates, MatchingOptions options, ParallelOptions parallel)
    {
        var pairs = new PairPatterns(table, nodes, design);
        double share = Math.Min(1, (double)options.RefinementPairs / Math.Max(candidates.Bound, 1));
        PatternCounts found = pairs.OfCandidates(candidates, share, options.Seed, parallel);
        PatternCounts beyond = pairs.Beyond(candidates, training.Ground is { } ground && ReferenceEquals(ground.Columns.Nodes, nodes) ? ground.Random : null, options.RandomPairs, options.Seed, parallel);
        double all = Math.Max(nodes.Pairs, 1);
        var patterns = new WeightedPatterns(found, 1 / share, beyond, all / Math.Min(all, options.RandomPairs));
        if (patterns.Total < 1)
        {
            // By their sources or kinds no two records may meet.
            return training;
        }

        var mixture = new PairMixture(patterns, model, [.. design.Comparisons.Select(design.IsTwins)]);
        mixture.Run(options.MostIterations, parallel.CancellationToken);
        for (int round = 0; round < Rounds; round++)
        {
            mixture.ChooseDependences();
            mixture.Run(options.MostIterations, parallel.CancellationToken);
        }

        MatchModel refined = Build(model, mixture);
        var report = new TrainingRefinement(
            found.Pairs,
            beyond.Pairs,
            mixture.MatchShare * patterns.Total,
            mixture.MatchesFound,
            mixture.HouseholdShare * patterns.Total,
            mixture.Iterations,
            mixture.Converged,
            ValueList.From(refined.Comparisons.Where(static comparison => comparison.Dependence is not null).Select(static comparison => $"{comparison.Comparison.Name} goes with {string.Join(" and ", comparison.Dependence!.On)}")));
        return new MatchTraining(refined, training.Report with { MatchShare = refined.MatchShare, HouseholdShare = refined.HouseholdShare, Refinement = report });
    }

    private static MatchModel Build(MatchModel model, PairMixture mixture) =>
        new(mixture.MatchShare, model.Comparisons.Select((comparison, i) => Parameters(model, comparison, i, mixture)), model.TermFrequencies, model.Identifiers, model.PriorStrength)
        {
            HouseholdShare = mixture.HouseholdShare,
            HubIdentifiers = model.HubIdentifiers,
            TrainedOn = model.TrainedOn,
        };

    private static ComparisonParameters Parameters(MatchModel model, ComparisonParameters comparison, int position, PairMixture mixture)
    {
        ChanceTable table = mixture.Strangers.Table(position);
        return comparison with
        {
            Levels = ValueList.From(comparison.Levels.Select((level, i) => level with
            {
                U = mixture.Strangers.U[position][i],
                H = mixture.HouseholdShare > 0 ? mixture.H[position]?[i] : level.H,
                Agreement = level.Agreement ?? level.U,
            })),
            Dependence = table.On.Length == 0 ? null : new ChanceDependence(ValueList.From(table.On.Select(other => model.Comparisons[other].Comparison.Name)), table.Shares),
        };
    }
}
