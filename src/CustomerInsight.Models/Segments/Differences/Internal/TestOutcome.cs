namespace CustomerInsight.Models;

/// <summary>What a test found.</summary>
internal readonly record struct TestOutcome(DifferenceTest Test, double Statistic, double PValue, double Effect, DifferenceMeasure Measure);
