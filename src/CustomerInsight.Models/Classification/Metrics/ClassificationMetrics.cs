namespace CustomerInsight.Models;

/// <summary>How well scores or probabilities tell who will have an event. Every measure says what becomes of equal scores.</summary>
/// <remarks>
/// The higher a score, the likelier the event. Rows may be weighted; without weights each counts once. All results are the same for any order of the rows.
/// Each call sorts the scores: for several measures of the same scores <see cref="ClassificationReport"/> sorts once.
/// </remarks>
/// <threadsafety>Safe from many threads.</threadsafety>
public static class ClassificationMetrics
{
    /// <summary>The probability up to which <see cref="LogLoss"/> moves those of 0 and 1, so that one such mistake is not infinite: 1e-15, that of scikit-learn 1.2.</summary>
    public const double SmallestProbability = 1e-15;

    /// <summary>Gives the area under the ROC curve: how often a row with the event has a higher score than one without. Equal scores count one half.</summary>
    /// <param name="scores">The scores, none of them NaN.</param>
    /// <param name="labels">Whether the event happened, for each row.</param>
    /// <param name="weights">How much each row counts, finite and above 0; none for once each.</param>
    /// <returns>From 0 to 1, 0.5 for what chance gives; not a number where all rows have the same label.</returns>
    /// <exception cref="ArgumentException">There are more or fewer of one than of the other, or a number is not as said.</exception>
    /// <remarks>Time O(n log n). <para>Source: Hanley, McNeil, "The meaning and use of the area under a receiver operating characteristic (ROC) curve", Radiology 143(1), 1982.</para></remarks>
    public static double AreaUnderRoc(ReadOnlySpan<double> scores, ReadOnlySpan<bool> labels, ReadOnlySpan<double> weights = default) =>
        RankingMeasures.AreaUnderRoc(ScoreRanking.Of(scores, labels, weights));

    /// <summary>Gives the average precision: the precision at each score, weighted by the recall that the rows of that score add. Rows of equal scores are taken together.</summary>
    /// <param name="scores">The scores, none of them NaN.</param>
    /// <param name="labels">Whether the event happened, for each row.</param>
    /// <param name="weights">How much each row counts, finite and above 0; none for once each.</param>
    /// <returns>From 0 to 1; chance gives the share of events. Not a number without events.</returns>
    /// <exception cref="ArgumentException">There are more or fewer of one than of the other, or a number is not as said.</exception>
    /// <remarks>Time O(n log n). Nothing is drawn between the points, so that it does not flatter as <see cref="AreaUnderPrecisionRecall"/> does. The same as scikit-learn's.</remarks>
    public static double AveragePrecision(ReadOnlySpan<double> scores, ReadOnlySpan<bool> labels, ReadOnlySpan<double> weights = default) =>
        RankingMeasures.AveragePrecision(ScoreRanking.Of(scores, labels, weights));

    /// <summary>Gives the area under the precision–recall curve with straight lines between its points, from precision 1 at recall 0. Rows of equal scores are one point.</summary>
    /// <param name="scores">The scores, none of them NaN.</param>
    /// <param name="labels">Whether the event happened, for each row.</param>
    /// <param name="weights">How much each row counts, finite and above 0; none for once each.</param>
    /// <returns>From 0 to 1. Not a number without events.</returns>
    /// <exception cref="ArgumentException">There are more or fewer of one than of the other, or a number is not as said.</exception>
    /// <remarks>Time O(n log n). Precision is not linear in recall, so the trapezoids are too large: to compare with what others report; else use <see cref="AveragePrecision"/>.
    /// <para>Source: Davis, Goadrich, "The relationship between precision-recall and ROC curves", ICML 2006.</para></remarks>
    public static double AreaUnderPrecisionRecall(ReadOnlySpan<double> scores, ReadOnlySpan<bool> labels, ReadOnlySpan<double> weights = default) =>
        RankingMeasures.AreaUnderPrecisionRecall(ScoreRanking.Of(scores, labels, weights));

    /// <summary>Gives the largest distance between the distributions of the scores with and without the event, after each distinct score.</summary>
    /// <param name="scores">The scores, none of them NaN.</param>
    /// <param name="labels">Whether the event happened, for each row.</param>
    /// <param name="weights">How much each row counts, finite and above 0; none for once each.</param>
    /// <returns>From 0 to 1; not a number where all rows have the same label.</returns>
    /// <exception cref="ArgumentException">There are more or fewer of one than of the other, or a number is not as said.</exception>
    /// <remarks>Time O(n log n).</remarks>
    public static double KolmogorovSmirnov(ReadOnlySpan<double> scores, ReadOnlySpan<bool> labels, ReadOnlySpan<double> weights = default) =>
        RankingMeasures.KolmogorovSmirnov(ScoreRanking.Of(scores, labels, weights));

    /// <summary>Gives how many times as frequent the event is among the rows with the highest scores as among all.</summary>
    /// <param name="scores">The scores, none of them NaN.</param>
    /// <param name="labels">Whether the event happened, for each row.</param>
    /// <param name="share">The share of the rows that is looked at, above 0 and at most 1: that share of the rows, rounded up to whole rows where they have no weights.</param>
    /// <param name="weights">How much each row counts, finite and above 0; none for once each.</param>
    /// <returns>At least 0; 1 for what chance gives. Not a number without events.</returns>
    /// <exception cref="ArgumentException">There are more or fewer of one than of the other, or a number is not as said.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="share"/> is not as said.</exception>
    /// <remarks>Time O(n log n). Of rows that are tied at the cut each counts by the share of them that is still above it: what any order of them gives on average.
    /// Programs that cut a sorted table take those that happen to come first.</remarks>
    public static double Lift(ReadOnlySpan<double> scores, ReadOnlySpan<bool> labels, double share = 0.1, ReadOnlySpan<double> weights = default)
    {
        ScoreCheck.Share(share, nameof(share));
        return RankingMeasures.Lift(ScoreRanking.Of(scores, labels, weights), share);
    }

    /// <summary>Gives the mean logarithmic loss of probabilities, in nats.</summary>
    /// <param name="probabilities">The chance of the event, from 0 to 1.</param>
    /// <param name="labels">Whether the event happened, for each row.</param>
    /// <param name="weights">How much each row counts, finite and above 0; none for once each.</param>
    /// <returns>At least 0, the lower the better; not a number without rows.</returns>
    /// <exception cref="ArgumentException">There are more or fewer of one than of the other, or a number is not as said.</exception>
    /// <remarks>Probabilities below <see cref="SmallestProbability"/> and above 1 less it are moved there. <see cref="LogLossOfMargins"/> moves nothing.</remarks>
    public static double LogLoss(ReadOnlySpan<double> probabilities, ReadOnlySpan<bool> labels, ReadOnlySpan<double> weights = default) =>
        RankingMeasures.LogLoss(ScoreRanking.OfProbabilities(probabilities, labels, weights));

    /// <summary>Gives the mean logarithmic loss of log-odds, in nats, without loss of digits however sure they are.</summary>
    /// <param name="margins">The log-odds of the event, none of them NaN.</param>
    /// <param name="labels">Whether the event happened, for each row.</param>
    /// <param name="weights">How much each row counts, finite and above 0; none for once each.</param>
    /// <returns>At least 0, the lower the better; infinite where something impossible happened, not a number without rows.</returns>
    /// <exception cref="ArgumentException">There are more or fewer of one than of the other, or a number is not as said.</exception>
    public static double LogLossOfMargins(ReadOnlySpan<double> margins, ReadOnlySpan<bool> labels, ReadOnlySpan<double> weights = default) =>
        RankingMeasures.LogLossOfMargins(ScoreRanking.Of(margins, labels, weights, nameof(margins)));

    /// <summary>Gives the Brier score: the mean squared difference of probability and outcome.</summary>
    /// <param name="probabilities">The chance of the event, from 0 to 1.</param>
    /// <param name="labels">Whether the event happened, for each row.</param>
    /// <param name="weights">How much each row counts, finite and above 0; none for once each.</param>
    /// <returns>From 0 to 1, the lower the better; not a number without rows.</returns>
    /// <exception cref="ArgumentException">There are more or fewer of one than of the other, or a number is not as said.</exception>
    /// <remarks><para>Source: Brier, "Verification of forecasts expressed in terms of probability", Monthly Weather Review 78(1), 1950. <see cref="BrierDecomposition"/> takes it apart.</para></remarks>
    public static double Brier(ReadOnlySpan<double> probabilities, ReadOnlySpan<bool> labels, ReadOnlySpan<double> weights = default) =>
        RankingMeasures.Brier(ScoreRanking.OfProbabilities(probabilities, labels, weights));
}
