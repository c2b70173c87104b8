namespace CustomerInsight.Models;

/// <summary>How far boosting had come after a round.</summary>
/// <param name="Round">From 1.</param>
/// <param name="TrainingLoss">The log loss of the rows the members learned from, each member by itself, per unit of weight.</param>
/// <param name="ValidationLoss">The log loss of the rows left out, each by the member that did not learn from it, per unit of weight; null where none were left out.</param>
public sealed record BoostingRound(int Round, double TrainingLoss, double? ValidationLoss);
