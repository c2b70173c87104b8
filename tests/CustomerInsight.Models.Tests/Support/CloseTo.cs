using System.Globalization;

namespace CustomerInsight.Models.Tests;

/// <summary>Comparison of doubles by their relative difference.</summary>
internal static class CloseTo
{
    public static double Difference(double expected, double actual) =>
        expected == actual ? 0 : Math.Abs(expected - actual) / Math.Max(Math.Abs(expected), 1e-300);

    public static void Relative(double expected, double actual, double tolerance) => Assert.True(
        Difference(expected, actual) <= tolerance,
        string.Create(CultureInfo.InvariantCulture, $"Expected {expected:R}, got {actual:R}: off by {Difference(expected, actual):E2}, allowed {tolerance:E2}."));
}
