namespace CustomerInsight.Matching;

/// <summary>Learns a Fellegi–Sunter model without labels: u from random pairs, λ from deterministic rules, m by expectation maximisation.</summary>
/// <remarks>
/// m of a comparison is the median over the sessions that taught it. The built-in expectation weighs as much as
/// <see cref="MatchingOptions.PriorStrength"/> observations, which matters only where data is scarce.
/// <para>Source: the procedure of Enamorado, Fifield and Imai, "Using a Probabilistic Model to Assist Merging of Large-Scale Administrative
/// Records", APSR 113(2), 2019, with u fixed from random pairs as in Splink (Linacre et al., IJPDS 7(3), 2022).</para>
/// </remarks>
/// <threadsafety>Safe from many threads.</threadsafety>
public sealed class MatchTrainer : IMatchTrainer
{
    private const int FewestContents = 20;
    private const long FewestPairs = 100;
    private const double FewestMatches = 30;
    private const int LargestTrainingBlock = 2_000;
    private const double MostShare = 0.5;

    /// <inheritdoc/>
    public MatchTraining Train(StandardizedTable table, MatchDesign design, MatchingOptions options, ParallelOptions parallel)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(design);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(parallel);
        MatchNodes nodes = MatchNodes.Of(table);
        double[][] m = [.. design.Comparisons.Select(static comparison => Expectations.M(comparison.Levels.Count + 1))];
        double[][] u = [.. design.Comparisons.Select(static comparison => Expectations.U(comparison.Levels.Count + 1))];
        if (nodes.Count < FewestContents || design.Comparisons.Count == 0)
        {
            const double expectedShare = 0.001;
            return new MatchTraining(
                Assemble(table, nodes, design, options, expectedShare, m, u, adjusted: false),
                new TrainingReport(false, nodes.Count, 0, 0, expectedShare, default, ValueList.From(design.Comparisons.Select(static comparison => comparison.Name))));
        }

        var patterns = new PairPatterns(table, nodes, design);
        PatternCounts random = patterns.Random(options.RandomPairs, options.Seed, parallel);
        for (int i = 0; i < u.Length; i++)
        {
            u[i] = LearnU(random, i, u[i], options.PriorStrength);
        }

        long deterministic = CountDeterministic(table, nodes, design, options, parallel);
        double share = MatchShare(deterministic, nodes.Count, options.DeterministicRecall);
        var sessions = new List<(TrainingSession Report, double[]?[] M)>();
        foreach (IBlockingRule rule in design.TrainingRules)
        {
            sessions.Add(Session(rule, table, nodes, design, patterns, u, options, parallel));
        }

        var untrained = new List<string>();
        for (int i = 0; i < m.Length; i++)
        {
            double[][] learned = [.. sessions.Where(static session => session.Report.Used).Select(session => session.M[i]).OfType<double[]>()];
            if (learned.Length > 0)
            {
                m[i] = Median(learned);
            }
            else
            {
                untrained.Add(design.Comparisons[i].Name);
            }
        }

        return new MatchTraining(
            Assemble(table, nodes, design, options, share, m, u, adjusted: true),
            new TrainingReport(true, nodes.Count, random.Pairs, deterministic, share, ValueList.From(sessions.Select(static session => session.Report)), ValueList.From(untrained)));
    }

    private static double[] LearnU(PatternCounts patterns, int comparison, double[] expected, double priorStrength)
    {
        double[] counts = new double[expected.Length];
        foreach ((ulong code, long count) in patterns.Sorted)
        {
            int level = patterns.Codec.Level(code, comparison);
            if (level != CompiledComparison.Missing)
            {
                counts[level] += count;
            }
        }

        double total = counts.Sum() + priorStrength;
        return total > 0 ? [.. counts.Select((count, level) => Math.Max((count + (priorStrength * expected[level])) / total, double.Epsilon))] : expected;
    }

    private static long CountDeterministic(StandardizedTable table, MatchNodes nodes, MatchDesign design, MatchingOptions options, ParallelOptions parallel)
    {
        var pairs = new CandidatePairs(design.DeterministicRules.Select(rule => BlockIndex.Build(rule, table, nodes, options.LargestBlock, parallel.CancellationToken)));
        long count = 0;
        pairs.Visit<object?, int>(static () => null, static (_, _, _, _, _) => { }, done => Interlocked.Add(ref count, done), parallel);
        return count;
    }

    private static double MatchShare(long deterministic, int contents, double recall)
    {
        // Half a pair where none was found: the share is small, but not nothing.
        double all = (double)contents * (contents - 1) / 2;
        return Math.Min(Math.Max(deterministic, 0.5) / recall / all, MostShare);
    }

    private static (TrainingSession Report, double[]?[] M) Session(
        IBlockingRule rule, StandardizedTable table, MatchNodes nodes, MatchDesign design, PairPatterns patterns, double[][] u, MatchingOptions options, ParallelOptions parallel)
    {
        BlockIndex index = BlockIndex.Build(rule, table, nodes, LargestTrainingBlock, parallel.CancellationToken);
        PatternCounts counts = patterns.OfBlocks(index, options.TrainingPairs, parallel);
        double[]?[] taught = [.. design.Comparisons.Select((comparison, i) => comparison.Attributes.Any(rule.Attributes.Contains) ? null : u[i])];
        long pairs = counts.Pairs;
        ValueList<string> names = ValueList.From(design.Comparisons.Where((_, i) => taught[i] is not null).Select(static comparison => comparison.Name));
        if (pairs < FewestPairs || names.Count == 0)
        {
            return (new TrainingSession(rule.Name, pairs, 0, 0, false, false, names), taught);
        }

        var learning = new ExpectationMaximization(counts, taught, options.PriorStrength);
        learning.Run(options.MostIterations, parallel.CancellationToken);
        bool used = pairs * learning.Share >= FewestMatches;
        return (new TrainingSession(rule.Name, pairs, learning.Share, learning.Iterations, learning.Converged, used, names), learning.M);
    }

    private static double[] Median(double[][] sessions)
    {
        double[] median = new double[sessions[0].Length];
        for (int level = 0; level < median.Length; level++)
        {
            double[] values = [.. sessions.Select(session => session[level]).Order()];
            median[level] = (values[(values.Length - 1) / 2] + values[values.Length / 2]) / 2;
        }

        double sum = median.Sum();
        return [.. median.Select(value => value / sum)];
    }

    private static MatchModel Assemble(StandardizedTable table, MatchNodes nodes, MatchDesign design, MatchingOptions options, double share, double[][] m, double[][] u, bool adjusted)
    {
        var comparisons = design.Comparisons.Select((comparison, i) => new ComparisonParameters(
            comparison, ValueList.From(m[i].Select((value, level) => new LevelParameters(comparison.LevelName(level), value, u[i][level])))));
        var frequencies = new Dictionary<string, TermFrequencies>(StringComparer.Ordinal);
        foreach (string attribute in adjusted ? design.Comparisons.SelectMany(static comparison => comparison.Levels).Select(static level => level.TermFrequency).OfType<string>().Distinct(StringComparer.Ordinal) : [])
        {
            frequencies.Add(attribute, TermFrequencies.Of(table.Column(table.Schema.IndexOf(attribute)), nodes));
        }

        return new MatchModel(share, comparisons, frequencies, design.Identifiers, options.PriorStrength);
    }
}
