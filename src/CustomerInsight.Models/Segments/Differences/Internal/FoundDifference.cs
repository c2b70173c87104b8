namespace CustomerInsight.Models;

/// <summary>A difference before it is adjusted for the number of tests.</summary>
internal sealed record FoundDifference(string Trait, DifferenceAspect Aspect, string? Text, TestOutcome Outcome, DifferenceSide First, DifferenceSide Second)
{
    public SegmentDifference Adjusted(double adjustedPValue, double rate) => new(
        Trait, Aspect, Text, Outcome.Test, Outcome.Statistic, Outcome.PValue, adjustedPValue, adjustedPValue <= rate, Outcome.Effect, Outcome.Measure, First, Second);
}
