namespace CustomerInsight.Models;

/// <summary>How well one fold was predicted.</summary>
/// <param name="Fold">Its name.</param>
/// <param name="TrainRows">How many rows were learned from.</param>
/// <param name="TestRows">How many were predicted.</param>
/// <param name="TestPositives">How many of these have the event.</param>
/// <param name="AreaUnderRoc">See <see cref="ClassificationMetrics.AreaUnderRoc"/>; not a number where all predicted rows have the same label.</param>
/// <param name="AveragePrecision">See <see cref="ClassificationMetrics.AveragePrecision"/>.</param>
/// <param name="LogLoss">See <see cref="ClassificationMetrics.LogLossOfMargins"/>.</param>
/// <param name="Brier">See <see cref="ClassificationMetrics.Brier"/>.</param>
/// <param name="LiftTop10">The lift of the tenth of the rows with the highest log-odds, see <see cref="ClassificationMetrics.Lift"/>.</param>
public sealed record FoldScore(
    string Fold, int TrainRows, int TestRows, int TestPositives, double AreaUnderRoc, double AveragePrecision, double LogLoss, double Brier, double LiftTop10);
