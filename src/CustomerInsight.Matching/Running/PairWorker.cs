namespace CustomerInsight.Matching;

/// <summary>What one thread weighs pairs of nodes with.</summary>
internal sealed class PairWorker(MatchNodes nodes, IPairScorer scorer, PairRules rules, RecordConstraints constraints, double least)
{
    private readonly List<(int Rule, int Left, int Right)> _waiting = new(PairLevels.BatchSize);
    private readonly int[] _left = new int[PairLevels.BatchSize];
    private readonly int[] _right = new int[PairLevels.BatchSize];
    private readonly double[] _weights = new double[PairLevels.BatchSize];

    /// <summary>Gets how many pairs were not compared, since a duplicate-free source has both.</summary>
    public long Skipped { get; private set; }

    /// <summary>Takes pairs to weigh; those that are to be kept are found now or with a later call.</summary>
    public void Take(int rule, int left, ReadOnlySpan<int> rights, List<ScoredLink> found)
    {
        foreach (int right in rights)
        {
            if (constraints.AreExclusive(nodes, left, right))
            {
                Skipped++;
                continue;
            }

            _waiting.Add((rule, left, right));
            if (_waiting.Count == _left.Length)
            {
                Finish(found);
            }
        }
    }

    /// <summary>Weighs what was taken and not weighed yet.</summary>
    public void Finish(List<ScoredLink> found)
    {
        int count = _waiting.Count;
        for (int i = 0; i < count; i++)
        {
            _left[i] = nodes.Representative(_waiting[i].Left);
            _right[i] = nodes.Representative(_waiting[i].Right);
        }

        scorer.Weigh(_left.AsSpan(0, count), _right.AsSpan(0, count), least, _weights.AsSpan(0, count));
        for (int i = 0; i < count; i++)
        {
            (int rule, int left, int right) = _waiting[i];
            int matchRule = rules.Match(left, right);
            if (_weights[i] >= least)
            {
                found.Add(new ScoredLink(rule, matchRule, left, right, _weights[i]));
            }
            else if (matchRule != PairRules.None)
            {
                // A weight that is too low was not worked out.
                found.Add(new ScoredLink(rule, matchRule, left, right, Weigh(left, right)));
            }
        }

        _waiting.Clear();
    }

    /// <summary>Weighs two nodes, whether or not they were compared.</summary>
    public double Weigh(int left, int right) => scorer.Weight(nodes.Representative(left), nodes.Representative(right));

    /// <summary>The name of the rule that keeps two nodes apart, or null.</summary>
    public string? NoMatch(int left, int right) => rules.NoMatch(left, right);
}
