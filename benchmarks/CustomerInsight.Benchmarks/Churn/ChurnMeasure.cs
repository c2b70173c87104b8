namespace CustomerInsight.Benchmarks;

/// <summary>How well one model foretold the event, each metric a mean over the folds.</summary>
/// <param name="Auc">The area under the ROC curve; ties count one half.</param>
/// <param name="AveragePrecision">Average precision; equal scores are one step.</param>
/// <param name="LogLoss">The mean of −ln of the chance given to what happened.</param>
/// <param name="Brier">The mean squared error of the chances.</param>
/// <param name="LiftTop10">How many times the event is as common among the tenth with the highest scores as among all.</param>
/// <param name="Seconds">The median time for all folds: encoding, fitting and scoring.</param>
internal sealed record ChurnMeasure(double Auc, double AveragePrecision, double LogLoss, double Brier, double LiftTop10, double Seconds);
