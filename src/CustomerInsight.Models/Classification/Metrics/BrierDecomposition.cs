namespace CustomerInsight.Models;

/// <summary>What makes a Brier score: Score = Reliability − Resolution + Uncertainty.</summary>
/// <param name="Score">The Brier score; not a number without rows.</param>
/// <param name="Reliability">The mean squared distance of each probability to the share of events at it: 0 for perfect calibration.</param>
/// <param name="Resolution">The mean squared distance of these shares to the share of all: the higher, the more the probabilities tell apart.</param>
/// <param name="Uncertainty">The Brier score of saying the share of all: what the data leave open from the start.</param>
/// <remarks>
/// The shares are those of isotonic regression of the event on the probability, so that no bins need be chosen, all terms are at least 0 and the sum is exact.
/// <para>Source: Murphy, "A new vector partition of the probability score", Journal of Applied Meteorology 12(4), 1973; the shares as in Dimitriadis, Gneiting, Jordan, "Stable reliability
/// diagrams for probabilistic classifiers", PNAS 118(8), 2021 (their miscalibration and discrimination).</para>
/// </remarks>
public sealed record BrierDecomposition(double Score, double Reliability, double Resolution, double Uncertainty)
{
    /// <summary>Takes a Brier score apart.</summary>
    /// <param name="probabilities">The chance of the event, from 0 to 1.</param>
    /// <param name="labels">Whether the event happened, for each row.</param>
    /// <param name="weights">How much each row counts, finite and above 0; none for once each.</param>
    /// <returns>The parts.</returns>
    /// <exception cref="ArgumentException">There are more or fewer of one than of the other, or a number is not as said.</exception>
    /// <remarks>Time O(n log n). The same for any order of the rows.</remarks>
    public static BrierDecomposition Of(ReadOnlySpan<double> probabilities, ReadOnlySpan<bool> labels, ReadOnlySpan<double> weights = default) =>
        Of(ScoreRanking.OfProbabilities(probabilities, labels, weights));

    internal static BrierDecomposition Of(ScoreRanking ranking)
    {
        double rate = ranking.TotalPositives / ranking.Total;
        double score = RankingMeasures.Brier(ranking);
        double recalibrated = 0;
        foreach ((double positives, double weight) in Pools(ranking))
        {
            recalibrated += positives * (1 - (positives / weight));
        }

        recalibrated /= ranking.Total;
        double uncertainty = rate * (1 - rate);
        return new BrierDecomposition(score, score - recalibrated, uncertainty - recalibrated, uncertainty);
    }

    /// <summary>Rows whose share of events is the same by isotonic regression: neighbours are pooled until the shares fall with the score.</summary>
    private static Stack<(double Positives, double Weight)> Pools(ScoreRanking ranking)
    {
        var pools = new Stack<(double Positives, double Weight)>();
        for (int i = 0; i < ranking.Count; i++)
        {
            (double positives, double weight) = (ranking.Positives[i], ranking.Positives[i] + ranking.Negatives[i]);
            while (pools.TryPeek(out (double Positives, double Weight) above) && above.Positives * weight <= positives * above.Weight)
            {
                pools.Pop();
                positives += above.Positives;
                weight += above.Weight;
            }

            pools.Push((positives, weight));
        }

        return pools;
    }
}
