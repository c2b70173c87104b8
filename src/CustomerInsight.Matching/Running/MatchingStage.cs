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

    /// <summary>Makes the stage; settings are copied.</summary>
    /// <param name="design">Makes the design for the attributes that the sources have; null for <see cref="PeopleDesign"/>.</param>
    /// <param name="options">The numbers to work with; null for the defaults.</param>
    /// <param name="trainer">What learns the model; null for <see cref="MatchTrainer"/>.</param>
    /// <param name="clusterer">What makes clusters of links; null for <see cref="AverageLinkage"/>.</param>
    /// <exception cref="ArgumentException">An option is out of range.</exception>
    public MatchingStage(Func<RecordSchema, MatchDesign>? design = null, MatchingOptions? options = null, IMatchTrainer? trainer = null, IClusterer? clusterer = null)
    {
        _design = design ?? (static schema => PeopleDesign.For(schema));
        _options = MatchingOptionsValidator.Copy(options ?? new MatchingOptions());
        _trainer = trainer ?? new MatchTrainer();
        _clusterer = clusterer ?? new AverageLinkage();
    }

    /// <inheritdoc/>
    public string Name => "match";

    /// <inheritdoc/>
    public InsightPhase Phase => InsightPhase.Match;

    /// <inheritdoc/>
    public ValueTask RunAsync(InsightContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        StandardizedTable table = context.Records;
        if (table.Count == 0)
        {
            return ValueTask.CompletedTask;
        }

        var clock = new StageClock();
        MatchDesign design = _design(table.Schema).Within(table.Schema, out ValueList<string> leftOut);
        MatchNodes nodes = MatchNodes.Of(table);
        context.Progress("learn how records match", 0);
        MatchTraining training = _trainer.Train(table, design, _options, context.Parallel(cancellationToken));
        clock.Done("train");
        context.Progress("find pairs worth comparing", 0);
        BlockingPlan plan = BlockingPlan.Make(design, table, nodes, _options, cancellationToken);
        clock.Done("block");
        if (_options.Refine && _trainer is MatchTrainer { MayRefine: true })
        {
            context.Progress("make the probabilities honest", 0);
            training = MatchTrainer.Refine(training, table, nodes, design, plan.Candidates, _options, context.Parallel(cancellationToken));
            clock.Done("refine");
        }

        IPairScoring scoring = training.Model.Prepare(table);
        (ScoredPairs pairs, long compared) = Score(context, plan, nodes, scoring, cancellationToken);
        clock.Done("score");
        var assembly = new ClusterAssembly(nodes, _options, identical: Identical(nodes, scoring));
        Clustering clustering = Cluster(nodes, pairs, scoring, cancellationToken);
        assembly.Assemble(clustering, pairs, plan, LinkWeight);
        context.Clusters = assembly.Clusters;
        clock.Done("cluster");
        var result = new MatchResult(table, nodes, scoring, training.Report, design, () => BlockingPlan.Make(design, table, nodes, _options, CancellationToken.None).Candidates)
        {
            LinkProbability = _options.LinkProbability,
            KeptProbability = _options.KeptProbability,
            Pairs = pairs,
            Timings = clock.Timings,
            Model = training.Model,
            Contents = nodes.Count,
            PairsCompared = compared,
            RulesUsed = plan.Used,
            RulesLeftOut = plan.LeftOut,
            LargestBlock = _options.LargestBlock,
            Links = assembly.Links,
            Clusters = assembly.Clusters,
            Quarantined = assembly.Quarantined,
            Vetoes = assembly.Vetoes,
        };
        context.Set(result);
        Report(context, result, design, leftOut);
        return ValueTask.CompletedTask;
    }

    private double LinkWeight => MatchWeight.OfProbability(_options.LinkProbability);

    private Clustering Cluster(MatchNodes nodes, ScoredPairs pairs, IPairScoring scoring, CancellationToken cancellationToken)
    {
        var links = new NodeLink[pairs.Count];
        for (int i = 0; i < links.Length; i++)
        {
            ScoredLink pair = pairs.Nodes[i];
            links[i] = new NodeLink(pair.Left, pair.Right, pair.Weight);
        }

        IPairScorer scorer = scoring.CreateScorer();
        Clustering clustering = _clusterer.Cluster(
            new ClusterProblem
            {
                Nodes = nodes.Count,
                Pairs = links,
                LinkWeight = LinkWeight,
                LargestCluster = _options.LargestCluster,
                Weigh = (left, right) => scorer.Weight(nodes.Representative(left), nodes.Representative(right)),
            },
            cancellationToken);
        if (clustering.Labels.Count != nodes.Count || clustering.Labels.Any(label => label < 0 || label >= nodes.Count))
        {
            throw new InvalidOperationException($"{_clusterer.GetType().Name} gave {clustering.Labels.Count} labels for {nodes.Count} contents, or a label outside 0 to {nodes.Count - 1}. A label is the number of the lowest content of the cluster.");
        }

        return clustering;
    }

    private (ScoredPairs Pairs, long Compared) Score(InsightContext context, BlockingPlan plan, MatchNodes nodes, IPairScoring scoring, CancellationToken cancellationToken)
    {
        double least = MatchWeight.OfProbability(_options.KeptProbability);
        long compared = 0;
        object gate = new();
        CandidatePairs candidates = plan.Candidates;
        List<ScoredLink> kept = candidates.Visit<IPairScorer, ScoredLink>(
            scoring.CreateScorer,
            (scorer, rule, left, right, found) =>
            {
                double weight = scorer.Weight(nodes.Representative(left), nodes.Representative(right));
                if (weight >= least)
                {
                    found.Add(new ScoredLink(rule, left, right, weight));
                }
            },
            pairs =>
            {
                lock (gate)
                {
                    compared += pairs;
                    context.Progress(PairsStage, compared, candidates.Bound);
                }
            },
            context.Parallel(cancellationToken));
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
            return (weight, weight >= LinkWeight);
        };
    }

    private void Report(InsightContext context, MatchResult result, MatchDesign design, ValueList<string> leftOut)
    {
        Add(design.Comparisons.Count == 0 ? 1 : 0, "nothing-to-compare", "schema has no attribute that people are compared by, so only identifiers and identical records link; map names, e-mail, phone or date of birth");
        Add(leftOut.Count, "design-left-out", "comparisons or rules read attributes that no record has and were left out: " + string.Join("; ", leftOut));
        string[] ignored = [.. PeopleFields.Ignored(context.Records.Schema, design)];
        Add(ignored.Length, "not-compared", "attributes are not compared, since another of their kind is: " + string.Join(", ", ignored));
        Add((result.Model as MatchModel)?.HubIdentifiers.Count ?? 0, "hub-identifiers", string.Create(CultureInfo.InvariantCulture, $"identifiers are claimed by more than {_options.LargestBlock:#,0} records each and link nothing"));
        IReadOnlyList<string> differences = (result.Model as MatchModel)?.DifferencesFrom(context.Records) ?? [];
        Add(result.Training.IsGiven ? differences.Count : 0, "model-differs", "differences between these records and what the given model was trained on: " + string.Join("; ", differences));
        Add(result.Training.Learned ? 0 : 1, "not-learned", "model " + result.Training.Describe());
        Add(result.Training.Sessions.Count(static session => session.Used && !session.Converged), "not-converged", "training sessions stopped before their numbers had settled");
        Add(result.RulesUsed.Sum(static rule => rule.HubBlocks), "hub-values", string.Create(CultureInfo.InvariantCulture, $"blocking keys are shared by more than {_options.LargestBlock:#,0} records each and were not used to find pairs"));
        Add(result.RulesLeftOut.Count, "rules-left-out", string.Create(CultureInfo.InvariantCulture, $"blocking rules were left out: with them more than {_options.PairsPerRecord:#,0} pairs a record would be compared"));
        Add(result.Quarantined.Count, "clusters-quarantined", string.Create(CultureInfo.InvariantCulture, $"clusters have more than {_options.LargestCluster:#,0} distinct contents; they are not joined, only identical copies are"));

        void Add(long count, string code, string text)
        {
            if (count > 0)
            {
                context.Report(new ReportLine(Name, code, count, text));
            }
        }
    }
}
