namespace CustomerInsight.Models;

/// <summary>Some of the customers in the order of their chance, the highest first.</summary>
/// <param name="Group">Their place: 1 for those of the highest chances.</param>
/// <param name="Customers">How many they are.</param>
/// <param name="MeanProbability">Their mean chance.</param>
/// <param name="LeastProbability">The lowest chance among them.</param>
/// <param name="Expected">In how many of them the event is to be expected: the sum of their chances.</param>
/// <param name="CumulativeShare">The share of these and all of higher chance in what is expected of all.</param>
public sealed record RiskGroup(int Group, int Customers, double MeanProbability, double LeastProbability, double Expected, double CumulativeShare);
