namespace CustomerInsight.Models;

/// <summary>Sums over customers of equal repeats, t in the unit of the search.</summary>
/// <param name="Customers">How many they are.</param>
/// <param name="LogTenure">Σ ln(1 + T/α).</param>
/// <param name="LogOfWays">Σ ln(Σⱼ (s)ⱼ / j! · (τ / (α + T))ʲ + the odds of having left): the ways of being silent, alive in each stage or not.</param>
/// <param name="Left">Σ of the probabilities of having left.</param>
/// <param name="ByShape">The derivative of <paramref name="LogOfWays"/> by s.</param>
/// <param name="ByAlpha">The derivative by α of <paramref name="LogOfWays"/> − s · ln(α + T).</param>
internal readonly record struct BgNbdSums(double Customers, double LogTenure, double LogOfWays, double Left, double ByShape, double ByAlpha);
