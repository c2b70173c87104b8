namespace CustomerInsight.Models;

/// <summary>A model beside a baseline, on the same rows.</summary>
/// <param name="Baseline">The baseline's name.</param>
/// <param name="Roc">The areas under the ROC curve, the model's first, with their paired test; the test is of rows that count once each.</param>
/// <param name="AveragePrecision">The baseline's average precision.</param>
/// <param name="LogLoss">The baseline's logarithmic loss; null for a rule that only ranks.</param>
/// <param name="Brier">The baseline's Brier score; null for a rule that only ranks.</param>
public sealed record BaselineComparison(string Baseline, RocComparison Roc, double AveragePrecision, double? LogLoss, double? Brier);
