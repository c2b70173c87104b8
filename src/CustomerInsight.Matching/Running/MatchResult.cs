namespace CustomerInsight.Matching;

/// <summary>What matching found, and why.</summary>
/// <threadsafety>Safe from many threads.</threadsafety>
public sealed class MatchResult
{
    private readonly StandardizedTable _table;
    private readonly IPairScoring _scoring;

    internal MatchResult(StandardizedTable table, IPairScoring scoring, TrainingReport training)
    {
        _table = table;
        _scoring = scoring;
        Training = training;
    }

    /// <summary>Gets how the model was learned.</summary>
    public TrainingReport Training { get; }

    /// <summary>Gets the model.</summary>
    public required IMatchModel Model { get; init; }

    /// <summary>Gets how many distinct contents the records had.</summary>
    public required int Contents { get; init; }

    /// <summary>Gets how many pairs were compared.</summary>
    public required long PairsCompared { get; init; }

    /// <summary>Gets the blocking rules that were used, with what each found.</summary>
    public required ValueList<BlockCounts> RulesUsed { get; init; }

    /// <summary>Gets the blocking rules that were left out because their pairs would have gone over the budget.</summary>
    public required ValueList<BlockCounts> RulesLeftOut { get; init; }

    /// <summary>Gets the accepted links by rising left, then right record. Of a quarantined cluster only the links of identical copies are among them.</summary>
    public required IReadOnlyList<MatchLink> Links { get; init; }

    /// <summary>Gets the clusters that were too large and were not joined, each as the positions of its records; identical copies in them stay together.</summary>
    public required IReadOnlyList<RecordCluster> Quarantined { get; init; }

    /// <summary>Says why two records are thought one entity or not.</summary>
    /// <param name="left">One record's position in the run's records.</param>
    /// <param name="right">The other's.</param>
    /// <returns>The evidence, which adds up to the weight.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A position is not one of the run's records.</exception>
    public PairEvidence Explain(int left, int right)
    {
        CheckPosition(left, nameof(left));
        CheckPosition(right, nameof(right));
        return _scoring.CreateScorer().Explain(left, right);
    }

    /// <summary>Says why for many pairs, which is cheaper than one by one.</summary>
    /// <param name="links">The links.</param>
    /// <returns>Each link with its evidence, in order, as it is asked for.</returns>
    public IEnumerable<(MatchLink Link, PairEvidence Evidence)> Explain(IEnumerable<MatchLink> links)
    {
        ArgumentNullException.ThrowIfNull(links);
        return Explained();

        IEnumerable<(MatchLink Link, PairEvidence Evidence)> Explained()
        {
            IPairScorer scorer = _scoring.CreateScorer();
            foreach (MatchLink link in links)
            {
                CheckPosition(link.Left, nameof(links));
                CheckPosition(link.Right, nameof(links));
                yield return (link, scorer.Explain(link.Left, link.Right));
            }
        }
    }

    private void CheckPosition(int record, string name)
    {
        if ((uint)record >= (uint)_table.Count)
        {
            throw new ArgumentOutOfRangeException(name, record, $"The run has {_table.Count} records.");
        }
    }
}
