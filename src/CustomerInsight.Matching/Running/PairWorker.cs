namespace CustomerInsight.Matching;

/// <summary>What one thread weighs pairs of nodes with.</summary>
internal sealed class PairWorker(MatchNodes nodes, IPairScorer scorer, PairRules rules, RecordConstraints constraints)
{
    /// <summary>Gets how many pairs were not compared, since a duplicate-free source has both.</summary>
    public long Skipped { get; private set; }

    /// <summary>Weighs a pair.</summary>
    /// <returns>The pair where it is to be kept, else null.</returns>
    public ScoredLink? Score(int rule, int left, int right, double least)
    {
        if (constraints.AreExclusive(nodes, left, right))
        {
            Skipped++;
            return null;
        }

        int matchRule = rules.Match(left, right);
        double weight = matchRule != PairRules.None ? Weigh(left, right) : scorer.Weight(nodes.Representative(left), nodes.Representative(right), least);
        return weight >= least || matchRule != PairRules.None ? new ScoredLink(rule, matchRule, left, right, weight) : null;
    }

    /// <summary>Weighs two nodes, whether or not they were compared.</summary>
    public double Weigh(int left, int right) => scorer.Weight(nodes.Representative(left), nodes.Representative(right));

    /// <summary>The name of the rule that keeps two nodes apart, or null.</summary>
    public string? NoMatch(int left, int right) => rules.NoMatch(left, right);
}
