namespace CustomerInsight.Matching;

/// <summary>One training session: the pairs of one rule, taught to the comparisons that read none of its attributes.</summary>
internal static class TrainingRun
{
    public const int LargestBlock = 2_000;

    private const long FewestPairs = 40;
    private const double FewestMatches = 20;
    private const double FewestBits = 4;

    public static SessionOutcome Session(IBlockingRule rule, BlockIndex index, PairPatterns patterns, MatchDesign design, double[][] u, FixedParameters known, MatchingOptions options, ParallelOptions parallel)
    {
        PatternCounts counts = patterns.OfBlocks(index, options.TrainingPairs, parallel);
        double[]?[] taught = [.. design.Comparisons.Select((comparison, i) => comparison.Attributes.Any(rule.Attributes.Contains) ? null : u[i])];
        bool[] household = [.. design.Comparisons.Select(design.IsShared)];
        ValueList<string> names = ValueList.From(design.Comparisons.Where((_, i) => taught[i] is not null).Select(static comparison => comparison.Name));
        long pairs = counts.Pairs;
        double[]?[] nothing = new double[]?[u.Length];
        if (pairs < FewestPairs || names.Count == 0)
        {
            return new SessionOutcome(new TrainingSession(rule.Name, pairs, 0, 0, 0, false, false, names), new double[u.Length], nothing, nothing, 0);
        }

        var learning = new ExpectationMaximization(counts, taught, household, options.PriorStrength, known);
        learning.Run(options.MostIterations, parallel.CancellationToken);

        // A class of pairs that agree no more than strangers in what is a person's own is no class of matches, whatever else they share: neighbours, say.
        bool learned = pairs * learning.Share >= FewestMatches && learning.BitsOfOwn() >= FewestBits;
        bool metHouseholds = pairs * learning.HouseholdShare >= FewestMatches;

        // Only a rule on what a household shares finds its people whatever else they are; one on a name or a birthday finds the odd pair.
        bool seesHouseholds = metHouseholds && rule.Attributes.All(design.HouseholdAttributes.Contains);
        return new SessionOutcome(
            new TrainingSession(rule.Name, pairs, learning.Share, learning.HouseholdShare, learning.Iterations, learning.Converged, learned, names),
            learning.MatchMass,
            learned ? Taught(learning.M, learning.MatchMass) : nothing,
            seesHouseholds ? Taught(learning.H, learning.HouseholdMass) : nothing,
            seesHouseholds ? index.Counts.Pairs * learning.HouseholdShare : 0);
    }

    /// <summary>What was learned from enough pairs: a session whose records lack an attribute teaches nothing about it.</summary>
    private static double[]?[] Taught(double[]?[] learned, double[] mass) => [.. learned.Select((levels, i) => mass[i] >= FewestMatches ? levels : null)];
}
