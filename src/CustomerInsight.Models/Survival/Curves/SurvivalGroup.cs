namespace CustomerInsight.Models;

/// <summary>How long the customers of one group stay.</summary>
/// <param name="Name">The group.</param>
/// <param name="Estimate">Its curve.</param>
public sealed record SurvivalGroup(string Name, SurvivalEstimate Estimate);
