namespace CustomerInsight.Matching;

/// <summary>What one thread weighs pairs of nodes with, as many at a time as are compared together.</summary>
internal sealed class PairWorker(MatchNodes nodes, IPairScorer scorer, PairRules rules, RecordConstraints constraints, double least)
{
    private readonly (int Rule, int Left, int Right)[] _pairs = new (int, int, int)[PairLevels.BatchSize];
    private readonly int[] _left = new int[PairLevels.BatchSize];
    private readonly int[] _right = new int[PairLevels.BatchSize];
    private readonly double[] _weights = new double[PairLevels.BatchSize];
    private readonly ModelScorer? _contradictions = scorer is ModelScorer { MayContradict: true } own ? own : null;
    private int _count;

    /// <summary>Gets how many pairs were not compared, since a duplicate-free source has both.</summary>
    public long Skipped { get; private set; }

    /// <summary>Takes pairs to weigh; those that are to be kept are found now or with a later call.</summary>
    public void Take(int rule, int left, ReadOnlySpan<int> rights, List<ScoredLink> found)
    {
        int leftRecord = nodes.Representative(left);
        foreach (int right in rights)
        {
            if (constraints.AreExclusive(nodes, left, right))
            {
                Skipped++;
                continue;
            }

            _pairs[_count] = (rule, left, right);
            _left[_count] = leftRecord;
            _right[_count] = nodes.Representative(right);
            if (++_count == _pairs.Length)
            {
                Finish(found);
            }
        }
    }

    /// <summary>Weighs what was taken and not weighed yet.</summary>
    public void Finish(List<ScoredLink> found)
    {
        Span<double> weights = _weights.AsSpan(0, _count);
        scorer.Weigh(_left.AsSpan(0, _count), _right.AsSpan(0, _count), least, weights);
        for (int i = 0; i < weights.Length; i++)
        {
            (int rule, int left, int right) = _pairs[i];
            int matchRule = rules.Any ? rules.Match(left, right) : PairRules.None;
            if (weights[i] >= least)
            {
                found.Add(new ScoredLink(rule, matchRule, left, right, weights[i]));
            }
            else if (matchRule != PairRules.None)
            {
                // A weight that is too low was not worked out.
                found.Add(new ScoredLink(rule, matchRule, left, right, Weigh(left, right)));
            }
        }

        _count = 0;
    }

    /// <summary>Weighs two nodes, whether or not they were compared.</summary>
    public double Weigh(int left, int right) => scorer.Weight(nodes.Representative(left), nodes.Representative(right));

    /// <summary>Whether something may keep nodes apart, by what they say.</summary>
    public bool MayForbid => rules.AnyNoMatch || _contradictions is not null;

    /// <summary>The name of the rule that keeps two nodes apart, or null. What a rule of the design links is not kept apart by an identifier.</summary>
    public string? NoMatch(int left, int right, double linkWeight) =>
        rules.NoMatch(left, right) ?? (_contradictions?.Contradicts(nodes.Representative(left), nodes.Representative(right), linkWeight) == true && rules.Match(left, right) == PairRules.None
            ? MatchVeto.TwoHolders
            : null);
}
