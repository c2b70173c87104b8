namespace CustomerInsight.Matching;

/// <summary>Estimates what share of matching pairs the rules find, from pairs that were met by way of a third record: two that both match an anchor match each other.</summary>
/// <remarks>
/// No rule had to find such a pair and no weight had to recognise it, but both had to with its two pairs with the anchor: records that the model
/// does not recognise, which the rules find less often too, are missing, so the estimate is biased upwards. Each pair counts by how often it could
/// have been met.
/// </remarks>
internal static class SiblingRecall
{
    private const int FewestAnchors = 50;
    private const int MostSiblings = 40;

    /// <summary>Estimates, or gives null where too few records match two others.</summary>
    public static BlockingRecall? Estimate(SightedPairs sighted, MatchNodes nodes, Func<int, int, bool> isFound, double leastProbability, ulong seed, ParallelOptions parallel)
    {
        var matched = new List<int>[sighted.Anchors];
        for (int pair = 0; pair < sighted.Pairs.Count; pair++)
        {
            if (sighted.Probabilities[pair] >= leastProbability)
            {
                (matched[sighted.Pairs[pair].Anchor] ??= []).Add(sighted.Pairs[pair].Node);
            }
        }

        var sums = new List<(double Found, double All)>();
        int pairs = 0;
        foreach (List<int> siblings in matched.Where(static siblings => siblings is { Count: > 1 }))
        {
            siblings.Sort();
            int count = Math.Min(siblings.Count, MostSiblings);
            int met = 0;
            int found = 0;
            for (int i = 0; i < count; i++)
            {
                for (int j = i + 1; j < count; j++)
                {
                    // Two of one source may both match an anchor of another though they are never compared.
                    if (nodes.MayMeet(siblings[i], siblings[j]))
                    {
                        met++;
                        found += isFound(siblings[i], siblings[j]) ? 1 : 0;
                    }
                }
            }

            if (met > 0)
            {
                // Each of the other members of the cluster is an anchor that meets this pair.
                double weight = 1.0 / (siblings.Count - 1);
                sums.Add((found * weight, met * weight));
                pairs += met;
            }
        }

        return sums.Count < FewestAnchors ? null : Interval(sums, pairs, seed, parallel);
    }

    private static BlockingRecall Interval(List<(double Found, double All)> sums, int pairs, ulong seed, ParallelOptions parallel)
    {
        double share = sums.Sum(static sum => sum.Found) / sums.Sum(static sum => sum.All);
        double spread = Resampling.Spread(
            seed,
            random =>
            {
                double found = 0.5;
                double all = 1;
                for (int i = 0; i < sums.Count; i++)
                {
                    (double ownFound, double ownAll) = sums[random.Next(sums.Count)];
                    found += ownFound;
                    all += ownAll;
                }

                return found / all;
            },
            static drawn => drawn,
            parallel);
        return Resampling.Around(share, spread, pairs);
    }
}
