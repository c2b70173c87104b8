namespace CustomerInsight.Matching;

/// <summary>A random sample of the kept pairs, stratified by probability: what to label to learn how good the links really are.</summary>
/// <param name="Threshold">The probability from which on the run linked.</param>
/// <param name="Strata">The strata by rising probability.</param>
/// <remarks>
/// Unlike <see cref="ActiveLearning"/>, which picks the pairs that teach most, each pair of a stratum is as likely to be drawn as any other, so the
/// labels say how good all of them are.
/// <para>Source: Cochran, "Sampling Techniques", 3rd edition, 1977, sections 5.5 (allocation) and 5A; the posterior of each stratum with the prior of Jeffreys,
/// Brown, Cai and DasGupta, "Interval Estimation for a Binomial Proportion", Statistical Science 16(2), 2001.</para>
/// </remarks>
public sealed record PairSample(double Threshold, ValueList<SampleStratum> Strata)
{
    private const int FewestOfStratum = 2;

    /// <summary>No stratum is taken for surer than this when the labels are shared out: the model may be wrong.</summary>
    private const double LeastDeviation = 0.1;

    private static readonly double[] Edges = [0, 0.05, 0.2, 0.5, 0.8, 0.95, 0.99, 0.999, 1];

    /// <summary>Gets the pairs to label.</summary>
    public IEnumerable<ScoredPair> Pairs => Strata.SelectMany(static stratum => stratum.Pairs);

    /// <summary>Draws a sample.</summary>
    /// <param name="result">What matching found.</param>
    /// <param name="size">About how many pairs to draw; at least 1. Small strata are drawn whole, and each gets two.</param>
    /// <param name="seed">Another seed draws other pairs.</param>
    /// <returns>The sample, the same for any order of the records. Cost O(kept pairs · log).</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="size"/> is below 1.</exception>
    public static PairSample Draw(MatchResult result, int size, ulong seed = 1)
    {
        ArgumentNullException.ThrowIfNull(result);
        ArgumentOutOfRangeException.ThrowIfLessThan(size, 1);
        double[] edges = [.. Edges.Append(result.LinkProbability).Distinct().Order()];
        double[] weights = [.. edges.Select(MatchWeight.OfProbability)];
        var members = Enumerable.Range(0, edges.Length - 1).Select(static _ => new List<(ulong Draw, int Pair)>()).ToArray();
        double[] stated = new double[members.Length];
        ulong[] keys = Keys(result, seed);
        ReadOnlySpan<ScoredLink> pairs = result.Pairs.Nodes;
        for (int i = 0; i < pairs.Length; i++)
        {
            int position = Array.BinarySearch(weights, pairs[i].Weight);
            int stratum = Math.Min(position < 0 ? ~position - 1 : position, members.Length - 1);
            members[stratum].Add((StableHash.Combine(keys[pairs[i].Left], keys[pairs[i].Right]), i));
            stated[stratum] += MatchWeight.ToProbability(pairs[i].Weight);
        }

        double[] shares = [.. members.Select((stratum, i) => stratum.Count == 0 ? 0 : stratum.Count * Math.Max(LeastDeviation, Deviation(stated[i] / stratum.Count)))];
        double all = shares.Sum();
        return new PairSample(result.LinkProbability, ValueList.From(members.Select((stratum, i) => new SampleStratum(
            edges[i],
            edges[i + 1],
            stratum.Count,
            ValueList.From(stratum.Order().Take(Math.Max(FewestOfStratum, (int)Math.Round(size * shares[i] / Math.Max(all, double.Epsilon)))).Select(drawn => result.Pairs[drawn.Pair]))))));
    }

    /// <summary>Estimates the quality of all links from the labels of the sample.</summary>
    /// <param name="label">Whether a drawn pair is one entity, or null where it has not been labelled.</param>
    /// <param name="level">The probability with which the intervals hold, above 0 and below 1.</param>
    /// <returns>The estimate at the threshold of the run. A stratum without labels counts as unknown, from 0 to 1, whatever the model says of it.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The level is outside (0, 1).</exception>
    /// <remarks>What is not labelled in a stratum is beta-binomial after what is, so the intervals narrow to nothing as all is labelled.</remarks>
    public EstimatedQuality Estimate(Func<ScoredPair, bool?> label, double level = 0.95)
    {
        ArgumentNullException.ThrowIfNull(label);
        var right = default(RightPairs);
        foreach (SampleStratum stratum in Strata.Where(static stratum => stratum.Population > 0))
        {
            bool[] labels = [.. stratum.Pairs.Select(label).OfType<bool>()];
            int same = labels.Count(static isSame => isSame);
            long rest = stratum.Population - labels.Length;
            (double mean, double variance) = Posterior(same, labels.Length, rest);
            right = stratum.From >= Threshold
                ? right with { Found = right.Found + stratum.Population, FoundMean = right.FoundMean + same + (rest * mean), FoundVariance = right.FoundVariance + variance }
                : right with { MissedMean = right.MissedMean + same + (rest * mean), MissedVariance = right.MissedVariance + variance };
        }

        return EstimatedQuality.Of(Threshold, right, level);
    }

    /// <summary>The mean share and the variance of the number that are right among those without a label.</summary>
    private static (double Mean, double Variance) Posterior(int same, int labelled, long rest)
    {
        double mean = (same + 0.5) / (labelled + 1);
        return (mean, rest * mean * (1 - mean) * (labelled + 1 + rest) / (labelled + 2));
    }

    private static double Deviation(double share) => Math.Sqrt(share * (1 - share));

    private static ulong[] Keys(MatchResult result, ulong seed) =>
        [.. Enumerable.Range(0, result.Nodes.Count).Select(node => StableHash.Combine(seed, Hash(result.Table.Records[result.Nodes.Representative(node)].Key)))];

    private static ulong Hash(RecordKey key) => StableHash.Combine(StableHash.Of(key.Source), StableHash.Of(key.Id));
}
