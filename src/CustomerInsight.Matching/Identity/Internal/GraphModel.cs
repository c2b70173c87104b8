using System.Collections.Concurrent;

namespace CustomerInsight.Matching;

/// <summary>A trained model made ready for a graph: what reads, blocks and weighs records one by one.</summary>
/// <threadsafety>Safe from many threads; each takes a <see cref="PairFinder"/> of its own for as long as it works.</threadsafety>
internal sealed class GraphModel
{
    private readonly ConcurrentBag<PairFinder> _finders = [];
    private readonly StandardizerSet _standardizers;
    private readonly IReadOnlyDictionary<string, SourceConventions> _conventions;
    private readonly BlockingChoice _blocking;
    private readonly LinkMode _mode;

    public GraphModel(MatchModel model, MatchDesign design, RecordSchema schema, MatchingOptions options, StandardizerSet standardizers, IReadOnlyDictionary<string, SourceConventions> conventions, bool hasDuplicateFreeSources)
    {
        HasDuplicateFreeSources = hasDuplicateFreeSources;
        Model = model;
        Design = design;
        Schema = schema;
        LinkWeight = MatchWeight.OfProbability(options.LinkProbability);
        KeptWeight = MatchWeight.OfProbability(options.KeptProbability);
        LargestCluster = options.LargestCluster;
        LargestBlock = options.LargestBlock;
        _mode = options.LinkMode;
        _standardizers = standardizers;
        _conventions = conventions;
        _blocking = model.Blocking ?? throw new ArgumentException("The model has no blocking rules. Take the model of a finished run (MatchResult.Model), which has.", nameof(model));
        RuleNames = ValueList.From(_blocking.Rules.Select(static chosen => chosen.Rule.Name));
    }

    public MatchModel Model { get; }

    public MatchDesign Design { get; }

    public RecordSchema Schema { get; }

    public bool HasDuplicateFreeSources { get; }

    public double LinkWeight { get; }

    public double KeptWeight { get; }

    public int LargestCluster { get; }

    public int LargestBlock { get; }

    public IdentifierPolicies Policies => Design.Identifiers;

    public IReadOnlySet<Identifier> Hubs => Model.HubIdentifiers;

    /// <summary>The names of the blocking rules, by their positions.</summary>
    public ValueList<string> RuleNames { get; }

    public DirectScorer CreateScorer() => new(Model, Schema);

    /// <summary>Says why two contents are thought one entity or not.</summary>
    public PairEvidence Explain(RecordContent left, RecordContent right)
    {
        PairFinder finder = Rent();
        PairEvidence evidence = finder.Scorer.Explain(left, right);
        Return(finder);
        return evidence;
    }

    public DirectRules CreateRules() => new(Design, _blocking, Schema);

    public ContentKeys CreateKeys() => new(_blocking, Schema);

    public ContentReader CreateReader() => new(Schema, _standardizers, _conventions, Design.BlockedValues, _mode, Policies);

    /// <summary>Takes a finder for as long as one thread works.</summary>
    public PairFinder Rent() => _finders.TryTake(out PairFinder? finder) ? finder : new PairFinder(this);

    public void Return(PairFinder finder) => _finders.Add(finder);

    /// <summary>Whether two contents may be compared, by their sources.</summary>
    public bool MayMeet(RecordContent left, RecordContent right) =>
        _mode == LinkMode.DedupeAndLink || string.Equals(left.Source, right.Source, StringComparison.Ordinal) == (_mode == LinkMode.DedupeOnly);

    /// <summary>Whether records that say the same are together, by that alone.</summary>
    public bool AreCopiesTogether(LiveContent content, DirectScorer scorer) =>
        _mode != LinkMode.LinkOnly && scorer.Weight(content.Said, content.Said) >= LinkWeight;

    /// <summary>The name of the rule that a kept pair is told by.</summary>
    public string RuleOf(in KeptLink link) => link.MatchRule == PairRules.None ? RuleNames[link.Rule] : link.MatchRule < Design.MatchRules.Count ? Design.MatchRules[link.MatchRule].Name : "a rule that the design no longer has";
}
