namespace CustomerInsight.Models;

/// <summary>How good a rule without a model was on the same rows.</summary>
/// <param name="Name">The rule.</param>
/// <param name="AreaUnderRoc">Its area under the ROC curve.</param>
/// <param name="PValue">How likely so large a difference to the model's would be by chance; null where that cannot be told.</param>
/// <param name="LogLoss">Its logarithmic loss; null for a rule that only ranks.</param>
/// <param name="Brier">Its Brier score; null for a rule that only ranks.</param>
public sealed record CardBaseline(string Name, double AreaUnderRoc, double? PValue, double? LogLoss, double? Brier);
