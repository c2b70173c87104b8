namespace CustomerInsight.Matching;

/// <summary>What matching found, and why.</summary>
/// <threadsafety>Safe from many threads.</threadsafety>
public sealed class MatchResult
{
    private readonly StandardizedTable _table;
    private readonly MatchNodes _nodes;
    private readonly IPairScoring _scoring;
    private readonly Lazy<CandidatePairs> _candidates;
    private LinkageQuality? _quality;
    private readonly Lazy<int[]> _clusterOf;

    internal MatchResult(StandardizedTable table, MatchNodes nodes, IPairScoring scoring, TrainingReport training, MatchDesign design, Func<CandidatePairs> candidates)
    {
        Design = design;
        _clusterOf = new Lazy<int[]>(NumberClusters);
        _table = table;
        _nodes = nodes;
        _scoring = scoring;
        _candidates = new Lazy<CandidatePairs>(candidates);
        Training = training;
    }

    /// <summary>Gets how the model was learned.</summary>
    public TrainingReport Training { get; }

    /// <summary>Gets the model.</summary>
    public required IMatchModel Model { get; init; }

    /// <summary>Gets the probability from which on two records were linked.</summary>
    public required double LinkProbability { get; init; }

    /// <summary>Gets the probability from which on compared pairs were kept.</summary>
    public required double KeptProbability { get; init; }

    /// <summary>Gets how many distinct contents the records had.</summary>
    public required int Contents { get; init; }

    /// <summary>Gets how many pairs were compared.</summary>
    public required long PairsCompared { get; init; }

    /// <summary>Gets the compared pairs of distinct contents whose probability is at least <see cref="KeptProbability"/>, linked or not, by rising left, then right record.</summary>
    public required ScoredPairs Pairs { get; init; }

    /// <summary>Gets how long each step took.</summary>
    public required ValueList<StageTiming> Timings { get; init; }

    /// <summary>Gets the blocking rules that were chosen, what is done with their blocks over the limit, and how many of the matches that the model recognises they find, estimated without labels.</summary>
    public required BlockingChoice Blocking { get; init; }

    /// <summary>Gets the blocking rules that were used, with what each found.</summary>
    public required ValueList<BlockCounts> RulesUsed { get; init; }

    /// <summary>Gets the blocking rules that were left out because their pairs would have gone over the budget.</summary>
    public required ValueList<BlockCounts> RulesLeftOut { get; init; }

    /// <summary>Gets the accepted links by rising left, then right record. Of a quarantined cluster only the links of identical copies are among them.</summary>
    public required IReadOnlyList<MatchLink> Links { get; init; }

    /// <summary>Gets the clusters: a partition of the records, by rising first record.</summary>
    public required IReadOnlyList<RecordCluster> Clusters { get; init; }

    /// <summary>Gets the clusters that were too large and were not joined, each as the positions of its records; identical copies in them stay together.</summary>
    public required IReadOnlyList<RecordCluster> Quarantined { get; init; }

    /// <summary>Gets the pairs that weigh enough but are not in one cluster, with the reason, by rising left, then right record.</summary>
    public required IReadOnlyList<MatchVeto> Vetoes { get; init; }

    /// <summary>Gets how well the clusters hang together, and which links are bridges; made when this is first asked for, O(records + links).</summary>
    public LinkageQuality Quality => LazyInitializer.EnsureInitialized(ref _quality, () => LinkageQuality.Of(Clusters, Links));

    /// <summary>Gets values that more customers claim than people share one, proposed to be blocked, those of most customers first. They hold personal data.</summary>
    public required ValueList<SharedValue> SharedValues { get; init; }

    /// <summary>Gets the assertions of "same" that were not followed, since others say that the two, or what is with them, are different.</summary>
    public required ValueList<Assertion> Contradictions { get; init; }

    /// <summary>Gets how many distinct contents may share a blocking key.</summary>
    internal int LargestBlock { get; init; }

    internal StandardizedTable Table => _table;

    internal MatchNodes Nodes => _nodes;

    /// <summary>Gets the candidate pairs; the blocks are built anew when this is first asked for, so that a run does not hold them.</summary>
    internal CandidatePairs Candidates => _candidates.Value;

    /// <summary>Gets what records were compared by.</summary>
    internal MatchDesign Design { get; }

    /// <summary>Gets what holds whatever the evidence.</summary>
    internal RecordConstraints? Constraints { get; init; }

    /// <summary>Makes what says which rule brought two nodes together: its position, or −1 where they were not compared. One thread each.</summary>
    internal Func<int, int, int> CreateFinder()
    {
        Func<int, int, int> find = Candidates.CreateFinder();
        return (left, right) => !_nodes.MayMeet(left, right) || Constraints?.AreExclusive(_nodes, left, right) == true ? -1 : find(Math.Min(left, right), Math.Max(left, right));
    }

    internal IPairScorer CreateScorer() => _scoring.CreateScorer();

    /// <summary>The position of a record's cluster.</summary>
    internal int ClusterOf(int record) => _clusterOf.Value[record];

    /// <summary>Gives the records that say the same as one record.</summary>
    /// <param name="record">The record's position in the run's records.</param>
    /// <returns>Their positions, rising, the record's own included.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The position is not one of the run's records.</exception>
    public ReadOnlySpan<int> Copies(int record)
    {
        CheckPosition(record, nameof(record));
        return _nodes.Records(_nodes.NodeOf(record));
    }

    /// <summary>Says by which blocking rule two records were compared.</summary>
    /// <param name="left">One record's position in the run's records.</param>
    /// <param name="right">The other's.</param>
    /// <returns>The first rule that finds them, <see cref="MatchLink.IdenticalContent"/> where they say the same, or null where they were not compared.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A position is not one of the run's records.</exception>
    /// <remarks>The first call builds the blocks anew, which takes as long as the step <c>block</c> did; the next are O(rules).</remarks>
    public string? FoundBy(int left, int right)
    {
        CheckPosition(left, nameof(left));
        CheckPosition(right, nameof(right));
        (int first, int second) = (_nodes.NodeOf(left), _nodes.NodeOf(right));
        return first == second ? MatchLink.IdenticalContent
            : CreateFinder()(first, second) is >= 0 and int rule ? RulesUsed[rule].Rule
            : null;
    }

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

    /// <summary>Writes why two records are thought one entity or not, with what both say.</summary>
    /// <param name="left">One record's position in the run's records.</param>
    /// <param name="right">The other's.</param>
    /// <returns>The text of <see cref="PairEvidence.Explain()"/> with every comparison and the values it looked at: personal data, not for logs.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A position is not one of the run's records.</exception>
    public string ExplainWithValues(int left, int right) => new ValueText(this, left, right).Explain(Explain(left, right));

    /// <summary>Says why two records are not one entity.</summary>
    /// <param name="left">One record's position in the run's records.</param>
    /// <param name="right">The other's.</param>
    /// <returns>The reasons and the evidence; no reason where they are in one cluster.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A position is not one of the run's records.</exception>
    /// <remarks>Cost as of <see cref="FoundBy"/>, and O(records) for a value that too many share.</remarks>
    public PairDiagnosis WhyNot(int left, int right) => new Diagnosis(this, left, right).Make(Explain(left, right), FoundBy(left, right));

    /// <summary>Says how the cluster of a record formed.</summary>
    /// <param name="record">The record's position in the run's records.</param>
    /// <returns>The links that joined it, strongest first.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The position is not one of the run's records.</exception>
    /// <remarks>Cost O(links of the cluster · log).</remarks>
    public ClusterExplanation ExplainCluster(int record)
    {
        CheckPosition(record, nameof(record));
        return ClusterExplanation.Of(Clusters[ClusterOf(record)], Links);
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

    private int[] NumberClusters()
    {
        int[] numbers = new int[_table.Count];
        for (int i = 0; i < Clusters.Count; i++)
        {
            foreach (int record in Clusters[i].Records)
            {
                numbers[record] = i;
            }
        }

        return numbers;
    }

    private void CheckPosition(int record, string name)
    {
        if ((uint)record >= (uint)_table.Count)
        {
            throw new ArgumentOutOfRangeException(name, record, $"The run has {_table.Count} records.");
        }
    }
}
