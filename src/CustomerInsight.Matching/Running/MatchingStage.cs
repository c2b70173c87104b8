using System.Collections.Concurrent;
using System.Globalization;

namespace CustomerInsight.Matching;

/// <summary>Finds which records are one entity. Leaves the clusters and a <see cref="MatchResult"/>.</summary>
/// <threadsafety>Safe from many threads.</threadsafety>
public sealed class MatchingStage : IInsightStage
{
    private const string PairsStage = "compare pairs";

    private readonly Func<RecordSchema, MatchDesign> _design;
    private readonly MatchingOptions _options;
    private readonly IMatchTrainer _trainer;
    private readonly IClusterer _clusterer;
    private readonly MatchConstraints _constraints;

    /// <summary>Makes the stage; settings are copied.</summary>
    /// <param name="design">Makes the design for the attributes that the sources have; null for <see cref="PeopleDesign"/>.</param>
    /// <param name="options">The numbers to work with; null for the defaults.</param>
    /// <param name="trainer">What learns the model; null for <see cref="MatchTrainer"/>.</param>
    /// <param name="clusterer">What makes clusters of links; null for <see cref="AverageLinkage"/>.</param>
    /// <param name="constraints">What holds whatever the evidence; null for nothing.</param>
    /// <exception cref="ArgumentException">An option is out of range.</exception>
    public MatchingStage(Func<RecordSchema, MatchDesign>? design = null, MatchingOptions? options = null, IMatchTrainer? trainer = null, IClusterer? clusterer = null, MatchConstraints? constraints = null)
    {
        _design = design ?? (static schema => PeopleDesign.For(schema));
        _options = MatchingOptionsValidator.Copy(options ?? new MatchingOptions());
        _trainer = trainer ?? new MatchTrainer();
        _clusterer = clusterer ?? new AverageLinkage();
        _constraints = constraints ?? MatchConstraints.None;
    }

    /// <inheritdoc/>
    public string Name => "match";

    /// <inheritdoc/>
    public InsightPhase Phase => InsightPhase.Match;

    /// <inheritdoc/>
    public ValueTask RunAsync(InsightContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (context.Records.Count == 0)
        {
            return ValueTask.CompletedTask;
        }

        var clock = new StageClock();
        MatchDesign design = _design(context.Records.Schema).Within(context.Records.Schema, out ValueList<string> leftOut);
        var blocking = ValueBlocking.Of(context.Records, design.BlockedValues);
        StandardizedTable table = blocking.Table;
        var constraints = new RecordConstraints(_constraints, table);
        PairTestCompiler.For(table).Threads = context.Parallel(cancellationToken).MaxDegreeOfParallelism;
        context.Progress("learn how records match", 0);
        MatchTraining training = _trainer.Train(table, design, _options, context.Parallel(cancellationToken));
        IdentifierPolicies taughtBy = design.Identifiers;
        if (training.Model is MatchModel taught)
        {
            // A model that was given has policies of its own: from here on there is one set, for contents, blocking, weights and claims alike.
            taughtBy = taught.Identifiers;
            design = design with { Identifiers = EffectivePolicies.Of(design.Identifiers, taught.Identifiers) };
            training = training with { Model = taught.WithIdentifiers(design.Identifiers) };
        }

        // Without constraints the nodes are those that were trained on, unless a trainer of a host's own worked otherwise.
        BlockingColumns columns = training.Ground is { } ground && ReferenceEquals(ground.Columns.Table, table) && ReferenceEquals(design.Identifiers, taughtBy) && !constraints.Any
            ? ground.Columns
            : new BlockingColumns(table, MatchNodes.Of(table, _options.LinkMode, constraints, design.Identifiers));
        MatchNodes nodes = columns.Nodes;
        clock.Done("train");
        context.Progress("find pairs worth comparing", 0);
        BlockingPlan plan = BlockingPlan.Make(design, columns, _options, training.Model, context.Parallel(cancellationToken));
        clock.Done("block");
        if (_options.Refine && _trainer is MatchTrainer { MayRefine: true })
        {
            context.Progress("make the probabilities honest", 0);
            training = MatchTrainer.Refine(training, table, nodes, design, plan.Candidates, _options, context.Parallel(cancellationToken));
            clock.Done("refine");
        }

        // From here on only the model counts; the hashes take memory that pairs need.
        training = training with { Ground = null };
        IPairScoring scoring = training.Model.Prepare(table);
        var compiler = PairTestCompiler.For(table);
        BlockIndex[] linking = plan.Linking(design, table, nodes, _options, context.Parallel(cancellationToken));
        PairWorker CreateWorker() => new(nodes, scoring.CreateScorer(), new PairRules(design, compiler, nodes, linking), constraints, MatchWeight.OfProbability(_options.KeptProbability));
        (ScoredPairs pairs, long compared) = Score(context, plan, nodes, CreateWorker, cancellationToken);
        clock.Done("score");
        PairWorker worker = CreateWorker();
        ClusterProblem problem = ProblemAssembly.Make(table, nodes, pairs, constraints, design, training.Model, worker, LinkWeight, _options.LargestCluster);
        Clustering clustering = _clusterer.Cluster(problem, cancellationToken);
        ProblemAssembly.Check(clustering, problem, _clusterer);
        var assembly = new ClusterAssembly(nodes, _options, identical: Identical(nodes, scoring), worker.Weigh);
        assembly.Assemble(clustering, problem, pairs, plan, design.MatchRules);
        context.Clusters = assembly.Clusters;
        clock.Done("cluster");
        ValueList<SharedValue> shared = SharedValueSearch.Find(table, nodes, assembly.Labels, design.Identifiers);
        clock.Done("shared values");
        var result = new MatchResult(table, nodes, scoring, training.Report, design, Candidates(plan.Choice, plan.EveryPair, table, nodes))
        {
            LinkProbability = _options.LinkProbability,
            KeptProbability = _options.KeptProbability,
            Pairs = pairs,
            Timings = clock.Timings,
            Model = training.Model is MatchModel model ? model.WithBlocking(plan.Choice) : training.Model,
            Blocking = plan.Choice,
            Contents = nodes.Count,
            PairsCompared = compared,
            RulesUsed = plan.Used,
            RulesLeftOut = plan.LeftOut,
            LargestBlock = _options.LargestBlock,
            Constraints = constraints,
            Links = assembly.Links,
            Clusters = assembly.Clusters,
            Quarantined = assembly.Quarantined,
            Vetoes = assembly.Vetoes,
            SharedValues = shared,
            Contradictions = ValueList.From(clustering.Contradictions.Select(pair => Assertion.Same(table.Records[nodes.Representative(pair.Left)].Key, table.Records[nodes.Representative(pair.Right)].Key))),
        };
        context.Set(result);
        Report(context, result, design, leftOut);
        ReportBlocked(context, blocking);
        ReportConstraints(context, result, design, constraints, ProblemAssembly.Broken(clustering, problem));
        return ValueTask.CompletedTask;
    }

    /// <summary>What builds the blocks anew. A method of its own, so that a result does not hold what else a run works with.</summary>
    private Func<CandidatePairs> Candidates(BlockingChoice choice, bool everyPair, StandardizedTable table, MatchNodes nodes) =>
        () => BlockingPlan.Of(choice, table, nodes, _options, new ParallelOptions(), everyPair).Candidates;

    private double LinkWeight => MatchWeight.OfProbability(_options.LinkProbability);

    private static (ScoredPairs Pairs, long Compared) Score(InsightContext context, BlockingPlan plan, MatchNodes nodes, Func<PairWorker> createWorker, CancellationToken cancellationToken)
    {
        long compared = 0;
        object gate = new();
        CandidatePairs candidates = plan.Candidates;
        var workers = new ConcurrentBag<PairWorker>();
        List<ScoredLink> kept = candidates.Visit<PairWorker, ScoredLink>(
            () =>
            {
                PairWorker worker = createWorker();
                workers.Add(worker);
                return worker;
            },
            static (worker, rule, left, rights, found) => worker.Take(rule, left, rights, found),
            pairs =>
            {
                lock (gate)
                {
                    compared += pairs;
                    context.Progress(PairsStage, compared, candidates.Bound);
                }
            },
            context.Parallel(cancellationToken),
            static (worker, found) => worker.Finish(found));
        compared -= workers.Sum(static worker => worker.Skipped);
        context.Progress(PairsStage, compared, compared);
        return (new ScoredPairs(nodes, kept, plan.Used), compared);
    }

    /// <summary>
    /// Which contents with several copies are one entity: those whose weight against themselves is enough. "John" and nothing else, a hundred
    /// times over, is a hundred customers.
    /// </summary>
    private Func<int, (double Weight, bool Together)> Identical(MatchNodes nodes, IPairScoring scoring)
    {
        IPairScorer scorer = scoring.CreateScorer();
        return node =>
        {
            int record = nodes.Representative(node);
            double weight = scorer.Weight(record, record);
            return (weight, weight >= LinkWeight && nodes.Mode != LinkMode.LinkOnly);
        };
    }

    private void Report(InsightContext context, MatchResult result, MatchDesign design, ValueList<string> leftOut)
    {
        Add(design.Comparisons.Count == 0 ? 1 : 0, "nothing-to-compare", "schema has no attribute that people are compared by, so only identifiers and identical records link; map names, e-mail, phone or date of birth");
        Add(leftOut.Count, "design-left-out", "comparisons or rules read attributes that no record has and were left out: " + string.Join("; ", leftOut));
        string[] ignored = [.. PeopleFields.Ignored(context.Records.Schema, design)];
        Add(ignored.Length, "not-compared", "attributes are not compared: another of their kind is, or nothing compares their kind: " + string.Join(", ", ignored));
        Add((result.Model as MatchModel)?.HubIdentifiers.Count ?? 0, "hub-identifiers", string.Create(CultureInfo.InvariantCulture, $"identifiers are claimed by more records each than their policy allows (else {_options.LargestBlock:#,0}) and link nothing"));
        IReadOnlyList<string> differences = (result.Model as MatchModel)?.DifferencesFrom(result.Table) ?? [];
        Add(result.Training.IsGiven ? differences.Count : 0, "model-differs", "differences between these records and what the given model was trained on: " + string.Join("; ", differences));
        Add(result.Training.Learned ? 0 : 1, "not-learned", "model " + result.Training.Describe());
        Add(result.Training.Sessions.Count(static session => session.Used && !session.Converged) + (result.Training.Refinement is { Converged: false } ? 1 : 0), "not-converged", "training sessions, the refinement included, stopped before their numbers had settled");
        Add(result.RulesUsed.Sum(static rule => rule.HubBlocks), "hub-values", string.Create(CultureInfo.InvariantCulture, $"blocking keys are shared by more than {_options.LargestBlock:#,0} records each and were not used to find pairs"));
        Add(result.RulesUsed.Sum(static rule => rule.RefinedBlocks), "blocks-refined", string.Create(CultureInfo.InvariantCulture, $"blocking keys are shared by more than {_options.LargestBlock:#,0} records each; of those only records are compared that agree in more"));
        Add(result.RulesUsed.Sum(static rule => rule.GrownBlocks), "blocks-grown", string.Create(CultureInfo.InvariantCulture, $"blocking keys have come to be shared by more than {_options.LargestBlock:#,0} records each since the model was trained; they count until it is trained again"));
        Add(result.Blocking.Recall is null || result.RulesUsed.Any(static rule => rule.Rule == EveryPairRule.Instance.Name) ? 0 : 1, "blocking-recall", "estimate: " + result.Blocking.Recall);
        Add(result.RulesLeftOut.Count, "rules-left-out", string.Create(CultureInfo.InvariantCulture, $"blocking rules were left out: with them more than {_options.PairsPerRecord:#,0} pairs a record would be compared"));
        Add(result.Quarantined.Count, "clusters-quarantined", string.Create(CultureInfo.InvariantCulture, $"clusters have more than {_options.LargestCluster:#,0} distinct contents; they are not joined, only identical copies are"));

        void Add(long count, string code, string text) => ReportSome(context, count, code, text);
    }

    private void ReportBlocked(InsightContext context, ValueBlocking blocking)
    {
        ReportSome(context, blocking.Taken, "values-blocked", "values of records are blocked and counted as missing");
        ReportSome(context, blocking.Unused, "blocked-unused", "blocked values are in no record");
    }

    private void ReportConstraints(InsightContext context, MatchResult result, MatchDesign design, RecordConstraints constraints, long broken)
    {
        foreach (MatchRule rule in design.MatchRules)
        {
            Add(result.Links.LongCount(link => link.Rule == rule.Name), "links-by-rule", $"links were made by the rule '{rule.Name}'");
        }

        foreach (IGrouping<string, MatchVeto> veto in result.Vetoes.Where(static veto => veto.Rule is not null).GroupBy(static veto => $"{What(veto.Reason)} '{veto.Rule}'").OrderBy(static group => group.Key, StringComparer.Ordinal))
        {
            Add(veto.LongCount(), "kept-apart", $"pairs that weigh enough were kept apart by {veto.Key}");
        }

        Add(result.Vetoes.LongCount(static veto => veto.Reason == ApartReason.Assertion), "kept-apart", "pairs that weigh enough were kept apart by what a person said");
        Add(result.Vetoes.LongCount(static veto => veto.Reason == ApartReason.Ambiguous), "ambiguous", "pairs that weigh enough were kept apart, since one of the two fits others equally well, which may not be one with them");
        Add(result.Vetoes.LongCount(static veto => veto.Reason == ApartReason.Evidence), "bridges-cut", "pairs that weigh enough were kept apart, since what is with them is too little alike");
        foreach (IGrouping<string, SharedValue> field in result.SharedValues.GroupBy(static shared => shared.Field).OrderBy(static group => group.Key, StringComparer.Ordinal))
        {
            Add(field.LongCount(), "shared-values", string.Create(CultureInfo.InvariantCulture, $"values of {field.Key} are claimed by up to {field.Max(static shared => shared.Customers):#,0} customers each, more than people share one; look at them and block what is no person's own"));
        }

        Add(result.Contradictions.Count, "assertions-contradict", "assertions of \"same\" were not followed, since others say that the two, or what is with them, are different");
        Add(constraints.Unknown, "assertions-unknown", "assertions name a record that is not there");
        Add(broken, "constraints-broken", $"constraints were not kept by {_clusterer.GetType().Name}");

        static string What(ApartReason reason) => reason switch
        {
            ApartReason.Identifier => "the unique identifier",
            ApartReason.DuplicateFree => "the duplicate-free source",
            _ => "the rule",
        };

        void Add(long count, string code, string text) => ReportSome(context, count, code, text);
    }

    private void ReportSome(InsightContext context, long count, string code, string text)
    {
        if (count > 0)
        {
            context.Report(new ReportLine(Name, code, count, text));
        }
    }
}
