namespace CustomerInsight.Matching;

/// <summary>Learns a Fellegi–Sunter model without labels: u from random pairs, λ from deterministic rules, m by expectation maximisation.</summary>
/// <remarks>
/// m of a comparison is the median over the sessions that taught it. The built-in expectation weighs as much as
/// <see cref="MatchingOptions.PriorStrength"/> observations, which matters only where data is scarce. Where the design says what a household shares,
/// different people of one household are learned as a class of their own.
/// <para>Source: the procedure of Enamorado, Fifield and Imai, "Using a Probabilistic Model to Assist Merging of Large-Scale Administrative
/// Records", APSR 113(2), 2019, with u fixed from random pairs as in Splink (Linacre et al., IJPDS 7(3), 2022).</para>
/// </remarks>
/// <threadsafety>Safe from many threads.</threadsafety>
public sealed class MatchTrainer : IMatchTrainer
{
    private const int FewestContents = 20;
    private const double ExpectedShare = 0.001;
    private const double MostShare = 0.5;

    private readonly TrainingSettings _settings;

    /// <summary>Makes the trainer.</summary>
    /// <param name="settings">What it learns from beside the records, and by which procedure; null for the defaults.</param>
    public MatchTrainer(TrainingSettings? settings = null) => _settings = settings ?? new TrainingSettings();

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The trainer's settings name a comparison, level, attribute or record that is not there.</exception>
    public MatchTraining Train(StandardizedTable table, MatchDesign design, MatchingOptions options, ParallelOptions parallel)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(design);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(parallel);
        table = ValueBlocking.Of(table, design.BlockedValues).Table;
        PairTestCompiler.For(table).Threads = parallel.MaxDegreeOfParallelism;
        MatchNodes nodes = _settings.Plain ? MatchNodes.Separate(table, options.LinkMode) : MatchNodes.Of(table, options.LinkMode, identifiers: design.Identifiers);
        return nodes.Count < 2 || design.Comparisons.Count == 0
            ? Expected(table, nodes, design, options)
            : Learn(new BlockingColumns(table, nodes), design, options, parallel);
    }

    /// <summary>Refines what was learned on the pairs that blocking finds and a sample of the rest, where there was enough to learn from.</summary>
    internal static MatchTraining Refine(MatchTraining training, StandardizedTable table, MatchNodes nodes, MatchDesign design, CandidatePairs candidates, MatchingOptions options, ParallelOptions parallel) =>
        training is { Report.Learned: true, Model: MatchModel model } && design.Comparisons.Count > 0
            ? ModelRefinement.Refine(training, model, table, nodes, design, candidates, options, parallel)
            : training;

    /// <summary>Whether a model that this trainer learned may be refined: a plain one, or one whose u is fixed or taught by labels, stays as it is.</summary>
    internal bool MayRefine => !_settings.Plain && !_settings.LabelsTeachU && !_settings.Fixed.Any(static parameter => parameter.U is not null);

    private MatchTraining Expected(StandardizedTable table, MatchNodes nodes, MatchDesign design, MatchingOptions options)
    {
        var assembly = new ModelAssembly(table, nodes, design, options, _settings, new FixedParameters(design, _settings.Fixed));
        var names = ValueList.From(design.Comparisons.Select(static comparison => comparison.Name));
        return new MatchTraining(assembly.Build(ExpectedShare, 0, adjusted: false), new TrainingReport(false, nodes.Count, 0, 0, ExpectedShare, 0, default, names) { Levels = assembly.Levels });
    }

    private MatchTraining Learn(BlockingColumns columns, MatchDesign design, MatchingOptions options, ParallelOptions parallel)
    {
        StandardizedTable table = columns.Table;
        MatchNodes nodes = columns.Nodes;
        var known = new FixedParameters(design, _settings.Fixed);
        var assembly = new ModelAssembly(table, nodes, design, options, _settings, known);
        var patterns = new PairPatterns(table, nodes, design);
        PatternCounts random = patterns.Random(options.RandomPairs, options.Seed, parallel);
        assembly.LearnU(random, ParameterOrigin.Learned);
        LabelCounts labels = LabelCounts.Of(_settings, table, nodes, design, patterns, options, parallel);
        if (labels.Others is { } others)
        {
            assembly.LearnU(others, ParameterOrigin.Labelled);
        }

        double pairs = Math.Max(nodes.Pairs, 1);
        long? deterministic = CountDeterministic(columns, design, options, parallel);

        // Half a pair where none was found: the share is small, but not nothing. Where there is no strict rule to count by, one match a record.
        double matches = deterministic is { } found ? Math.Max(found, 0.5) / options.DeterministicRecall : nodes.Count / 2.0;
        double share = Math.Min(matches / pairs, MostShare);
        (ValueList<TrainingSession> sessions, IReadOnlyList<string> untrained, double householdPairs) = Sessions(columns, design, options, patterns, assembly, known, labels.Matches, share, parallel);

        // Each rule sees some of the households only, so the most that any has seen is the best bound from below.
        double households = Math.Min(householdPairs / pairs, MostShare);
        return new MatchTraining(
            assembly.Build(share, households, adjusted: nodes.Count >= FewestContents),
            new TrainingReport(nodes.Count >= FewestContents, nodes.Count, random.Pairs, deterministic, share, households, sessions, ValueList.From(untrained)) { Levels = assembly.Levels })
        {
            Ground = _settings.Plain ? null : new TrainingGround(columns, random),
        };
    }

    private (ValueList<TrainingSession> Sessions, IReadOnlyList<string> Untrained, double HouseholdPairs) Sessions(
        BlockingColumns columns, MatchDesign design, MatchingOptions options, PairPatterns patterns, ModelAssembly assembly, FixedParameters known, PatternCounts? labelled, double share, ParallelOptions parallel)
    {
        if (_settings.Plain)
        {
            var plain = new PlainTraining(design, patterns, assembly, known, _settings, options);
            TrainingSession[] run = [.. design.TrainingRules.Select(rule => plain.Run(rule, Blocks(rule), share, parallel))];
            IReadOnlyList<string> untaught = plain.Finish();
            return (ValueList.From(run), Labelled(untaught), 0);
        }

        SessionOutcome[] outcomes = [.. design.TrainingRules.Select(rule => TrainingRun.Session(rule, Blocks(rule), patterns, design, assembly.U, known, options, parallel))];
        Labelled([]);
        return (ValueList.From(outcomes.Select(static session => session.Report)), assembly.LearnM(outcomes), outcomes.Select(static session => session.Households).Append(0).Max());

        BlockIndex Blocks(IBlockingRule rule) => BlockIndex.Build(rule, columns, TrainingRun.LargestBlock, parallel);

        IReadOnlyList<string> Labelled(IReadOnlyList<string> untaught)
        {
            if (labelled is not null)
            {
                assembly.LearnM(labelled);
            }

            return [.. untaught.Where(name => !assembly.IsLabelled(name))];
        }
    }

    /// <summary>How many pairs the strict rules find, or null where there is no such rule: no attribute for one, and no identifier.</summary>
    private static long? CountDeterministic(BlockingColumns columns, MatchDesign design, MatchingOptions options, ParallelOptions parallel)
    {
        bool identified = columns.Table.Records.Any(static record => record.Identifiers.Count > 0);


        // Identifiers last: a pair counts under the first rule that finds it, and they are the rule that may yet not count.
        IBlockingRule[] rules = [.. design.DeterministicRules, .. identified ? [IdentifierRule.Deciding(design.Identifiers)] : Array.Empty<IBlockingRule>()];
        if (rules.Length == 0)
        {
            return null;
        }

        var pairs = new CandidatePairs(columns.Nodes, rules.Select(rule => BlockIndex.Build(rule, columns, options.LargestBlock, parallel)));
        long count = 0;
        long expired = 0;
        pairs.Visit<object?, int>(static () => null, LeaveOutExpired, done => Interlocked.Add(ref count, done), parallel);
        return count - expired;

        void LeaveOutExpired(object? worker, int rule, int left, ReadOnlySpan<int> rights, List<int> found)
        {
            SourceRecord one = columns.Table.Records[columns.Nodes.Representative(left)];
            if (rule < design.DeterministicRules.Count || !design.Identifiers.DependsOnTime(one.Identifiers))
            {
                return;
            }

            foreach (int right in rights)
            {
                SourceRecord other = columns.Table.Records[columns.Nodes.Representative(right)];
                if (!one.Identifiers.Any(identifier => other.Identifiers.Contains(identifier) && design.Identifiers.For(identifier.Type).Strength >= IdentifierStrength.Strong
                    && design.Identifiers.MayLink(identifier, one.ObservedAt, other.ObservedAt)))
                {
                    Interlocked.Increment(ref expired);
                }
            }
        }
    }
}
