namespace CustomerInsight.Models;

/// <summary>A renewal, as it was seen and as a model has it.</summary>
/// <param name="Renewal">Which renewal, from 1.</param>
/// <param name="AtRisk">How many contracts were seen to come to it.</param>
/// <param name="SeenRetention">What share of those renewed; null where none was seen.</param>
/// <param name="SeenSurvival">What share of new customers is left after it, as the product of the shares that renewed (Kaplan and Meier); null where an age up to it was not seen.</param>
/// <param name="Retention">What share renews by the model.</param>
/// <param name="Survival">What share of new customers is left after it by the model.</param>
public sealed record ContractProjectionRow(int Renewal, int AtRisk, double? SeenRetention, double? SeenSurvival, double Retention, double Survival);
