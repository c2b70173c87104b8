namespace CustomerInsight.Models;

/// <summary>How far boosting had come after a round.</summary>
/// <param name="Round">From 1.</param>
/// <param name="TrainingLoss">The log loss of the rows the round's trees were grown on, before the round, each by its member alone, per unit of weight.</param>
/// <param name="ValidationLoss">The log loss of the rows left out, after the round, each by the member that did not learn from it, per unit of weight; null where none were left out.</param>
public sealed record BoostingRound(int Round, double TrainingLoss, double? ValidationLoss);
