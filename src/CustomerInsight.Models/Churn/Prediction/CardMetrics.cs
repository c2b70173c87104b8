namespace CustomerInsight.Models;

/// <summary>How good a model was on rows it was not fitted on.</summary>
/// <param name="Rows">How many rows it was measured on: all, or those of the cut-offs that earlier ones predict.</param>
/// <param name="AreaUnderRoc">The area under the ROC curve.</param>
/// <param name="Low">Where its 95 % interval begins; customers are taken to be independent, not their rows.</param>
/// <param name="High">Where that ends.</param>
/// <param name="AveragePrecision">The average precision.</param>
/// <param name="LogLoss">The logarithmic loss.</param>
/// <param name="Brier">The Brier score.</param>
/// <param name="LiftTop10">The lift of the tenth of the rows with the highest chances.</param>
/// <param name="CalibrationError">The mean distance of predicted and observed shares.</param>
public sealed record CardMetrics(int Rows, double AreaUnderRoc, double Low, double High, double AveragePrecision, double LogLoss, double Brier, double LiftTop10, double CalibrationError);
