namespace CustomerInsight.Matching;

/// <summary>How good the links are thought to be without a full truth: from the stated probabilities alone, or from a sample that was labelled.</summary>
/// <param name="Threshold">The probability from which on a pair counts as found.</param>
/// <param name="FoundPairs">How many compared pairs of distinct contents are found.</param>
/// <param name="Correct">How many of them are expected to be right.</param>
/// <param name="Missed">How many right pairs are expected among the kept pairs that are not found.</param>
/// <param name="Precision">The expected share of the found pairs that is right; not a number where none was found.</param>
/// <param name="Recall">The expected share of the right pairs among all kept that is found. Pairs that were never compared are not in it: multiply by the share that blocking finds, estimated in <see cref="MatchResult.Blocking"/>.</param>
public sealed record EstimatedQuality(double Threshold, long FoundPairs, double Correct, double Missed, IntervalEstimate Precision, IntervalEstimate Recall)
{
    /// <summary>Estimates the quality of a run from its stated probabilities: the sum of the probabilities of the found pairs is how many should be right.</summary>
    /// <param name="result">What matching found.</param>
    /// <param name="threshold">The probability from which on a pair counts as found; null for the one that the run linked at.</param>
    /// <param name="level">The probability with which the intervals hold, above 0 and below 1.</param>
    /// <returns>The estimate. Cost O(kept pairs · log).</returns>
    /// <exception cref="ArgumentOutOfRangeException">The threshold is below the probability from which on pairs were kept or above 1, or the level is outside (0, 1).</exception>
    /// <remarks>
    /// <para>The assumption is that the probabilities are calibrated: of the pairs said to be right with probability p, a share p is. Where they are
    /// not, neither is this; label a <see cref="PairSample"/> to find out.</para>
    /// <para>The intervals take the pairs that links of probability ½ and more join as right or wrong together as far as their probabilities
    /// allow (comonotone); different groups are independent. No dependence within a group makes the interval of the precision wider. That of the recall is
    /// narrower by what found and missed pairs have in common, and would be wider were they right in each other's stead.</para>
    /// </remarks>
    public static EstimatedQuality Of(MatchResult result, double? threshold = null, double level = 0.95)
    {
        ArgumentNullException.ThrowIfNull(result);
        double from = threshold ?? result.LinkProbability;
        ArgumentOutOfRangeException.ThrowIfLessThan(from, result.KeptProbability, nameof(threshold));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(from, 1, nameof(threshold));
        return Of(from, ComonotoneSums.Of(result, from), level);
    }

    internal static EstimatedQuality Of(double threshold, RightPairs pairs, double level)
    {
        double all = pairs.FoundMean + pairs.MissedMean;

        // The delta method on found/(found + missed).
        double variance = ((pairs.MissedMean * pairs.MissedMean * pairs.FoundVariance)
            - (2 * pairs.MissedMean * pairs.FoundMean * pairs.Covariance)
            + (pairs.FoundMean * pairs.FoundMean * pairs.MissedVariance)) / (all * all * all * all);
        return new EstimatedQuality(
            threshold,
            pairs.Found,
            pairs.FoundMean,
            pairs.MissedMean,
            pairs.Found == 0 ? IntervalEstimate.Unknown(double.NaN) : IntervalEstimate.OnLogOdds(pairs.FoundMean / pairs.Found, Math.Sqrt(pairs.FoundVariance) / pairs.Found, level),
            all == 0 ? IntervalEstimate.Unknown(double.NaN) : IntervalEstimate.OnLogOdds(pairs.FoundMean / all, Math.Sqrt(Math.Max(variance, 0)), level));
    }
}
