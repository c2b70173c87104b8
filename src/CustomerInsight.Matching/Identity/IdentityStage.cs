namespace CustomerInsight.Matching;

/// <summary>Matches a run's records through an identity graph, in the place of a <see cref="MatchingStage"/>: profiles keep their ids from run to run, and what people decided holds.</summary>
/// <threadsafety>Safe from many threads; runs take turns.</threadsafety>
public sealed class IdentityStage : IInsightStage
{
    private readonly IdentityGraph _graph;
    private readonly HashSet<string> _sources;
    private readonly IMatchTrainer _trainer;

    /// <summary>Makes the stage.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="sources">The names of the sources that a run reads whole: what the graph has of them beyond the run's records is deleted. Records of other sources are matched too.</param>
    /// <param name="trainer">What gives each run its model; null for a <see cref="MatchTrainer"/>.</param>
    public IdentityStage(IdentityGraph graph, IEnumerable<string> sources, IMatchTrainer? trainer = null)
    {
        ArgumentNullException.ThrowIfNull(graph);
        ArgumentNullException.ThrowIfNull(sources);
        _graph = graph;
        _sources = new HashSet<string>(sources, StringComparer.Ordinal);
        _trainer = trainer ?? new MatchTrainer();
    }

    /// <inheritdoc/>
    public string Name => "match";

    /// <inheritdoc/>
    public InsightPhase Phase => InsightPhase.Match;

    /// <inheritdoc/>
    /// <exception cref="StoreConflictException">Somebody else wrote to the ledger.</exception>
    public ValueTask RunAsync(InsightContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        return _graph.TakeRunAsync(context, _sources, _trainer, cancellationToken);
    }
}
