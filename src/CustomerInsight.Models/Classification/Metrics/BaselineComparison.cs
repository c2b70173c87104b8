namespace CustomerInsight.Models;

/// <summary>A model beside a baseline, on the same rows.</summary>
/// <param name="Baseline">The baseline's name.</param>
/// <param name="Roc">The areas under the ROC curve, the model's first, with their paired test; the test is not a number where rows have weights.</param>
/// <param name="AveragePrecision">The baseline's average precision.</param>
/// <param name="KolmogorovSmirnov">The baseline's <see cref="ClassificationMetrics.KolmogorovSmirnov"/>.</param>
/// <param name="LiftTop10">The baseline's lift of the first tenth.</param>
/// <param name="LogLoss">The baseline's logarithmic loss; null for a rule that only ranks.</param>
/// <param name="Brier">The baseline's Brier score; null for a rule that only ranks.</param>
public sealed record BaselineComparison(string Baseline, RocComparison Roc, double AveragePrecision, double KolmogorovSmirnov, double LiftTop10, double? LogLoss, double? Brier)
{
    /// <summary>Gets what the campaign earns if customers are chosen by the baseline; null where the options name no campaign.</summary>
    public ExpectedMaximumProfit? ExpectedProfit { get; init; }
}
