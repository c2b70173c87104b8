namespace CustomerInsight.Models;

/// <summary>A log of a density or of a chance to survive, with its first two derivatives.</summary>
internal readonly record struct AftTerm(double Value, double Slope, double Curvature);
