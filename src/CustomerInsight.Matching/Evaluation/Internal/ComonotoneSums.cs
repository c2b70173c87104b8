namespace CustomerInsight.Matching;

/// <summary>
/// Mean and variance of how many pairs are right among those found and those not, where the pairs of one group share one uniform number and a
/// pair is right when it is below the pair's probability.
/// </summary>
/// <remarks>Two pairs of a group have the covariance min(p, q) − pq.</remarks>
internal sealed class ComonotoneSums
{
    private long _found;
    private double _foundMean;
    private double _missedMean;
    private double _foundVariance;
    private double _missedVariance;
    private double _covariance;

    public static RightPairs Of(MatchResult result, double threshold)
    {
        double least = MatchWeight.OfProbability(threshold);
        int[] groups = Groups(result);
        (int Group, double Probability, bool IsFound)[] pairs = new (int, double, bool)[result.Pairs.Count];
        ReadOnlySpan<ScoredLink> scored = result.Pairs.Nodes;
        for (int i = 0; i < scored.Length; i++)
        {
            pairs[i] = (groups[scored[i].Left], MatchWeight.ToProbability(scored[i].Weight), scored[i].Weight >= least);
        }

        Array.Sort(pairs);
        var sums = new ComonotoneSums();
        for (int from = 0, to; from < pairs.Length; from = to)
        {
            to = from;
            while (to < pairs.Length && pairs[to].Group == pairs[from].Group)
            {
                to++;
            }

            sums.AddGroup(pairs.AsSpan(from..to));
        }

        return new RightPairs(sums._found, sums._foundMean, sums._foundVariance, sums._missedMean, sums._missedVariance, sums._covariance);
    }

    /// <summary>Adds a group whose pairs come by rising probability, so that the lesser of two is the earlier one.</summary>
    private void AddGroup(ReadOnlySpan<(int Group, double Probability, bool IsFound)> pairs)
    {
        (double found, double missed) = (0, 0);
        for (int i = 0; i < pairs.Length; i++)
        {
            double p = pairs[i].Probability;
            double variance = p * (1 - p);
            double withFound = found * (1 - p);
            double withMissed = missed * (1 - p);
            _covariance += pairs[i].IsFound ? withMissed : withFound;
            if (pairs[i].IsFound)
            {
                _foundVariance += variance + (2 * withFound);
                found += p;
                _found++;
            }
            else
            {
                _missedVariance += variance + (2 * withMissed);
                missed += p;
            }
        }

        _foundMean += found;
        _missedMean += missed;
    }

    /// <summary>Contents that likely links join.</summary>
    private static int[] Groups(MatchResult result)
    {
        var groups = new NodeSets(result.Nodes.Count);
        foreach (ScoredLink pair in result.Pairs.Nodes)
        {
            if (pair.Weight >= 0)
            {
                groups.Join(pair.Left, pair.Right);
            }
        }

        return [.. groups.Labels()];
    }
}
