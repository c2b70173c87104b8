namespace CustomerInsight.Models;

/// <summary>Rows of about the same probability, and what became of them.</summary>
/// <param name="Lowest">The lowest probability among them.</param>
/// <param name="Highest">The highest.</param>
/// <param name="Weight">Their weight; their number where rows have no weights.</param>
/// <param name="Predicted">Their mean probability.</param>
/// <param name="Observed">The share of them with the event.</param>
/// <param name="Interval">Between which rates the true one lies, with 95 % confidence: Wilson's score interval, the weight taken as a number of rows.</param>
public sealed record ReliabilityBin(double Lowest, double Highest, double Weight, double Predicted, double Observed, RateInterval Interval);
