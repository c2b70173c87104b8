namespace CustomerInsight.Models;

/// <summary>The warnings that accelerated-failure-time models have beside those of Cox regression.</summary>
internal static class AftWarnings
{
    public static FitWarning EqualTimes { get; } = new(
        "equal-times", "The times of events follow from the features without scatter, or all are the same, so no scale can be learned. Use times measured more finely, or fit the exponential distribution.");

    public static FitWarning IterationLimit(int iterations) => new(
        "iteration-limit", FormattableString.Invariant($"The search was stopped after {iterations} iterations. Raise MaximumIterations."));

    public static FitWarning NoProgress { get; } = new(
        "no-progress", "The search could not go on, though it had not arrived. Look for features that nearly follow from others, or for extreme values.");

    public static FitWarning ExtremeErrors { get; } = new(
        "extreme-values", "Features are so large or so small that no errors can be given. Measure them in other units, or take their logs.");

    public static FitWarning Separating(IReadOnlyList<string> columns) => new(
        "separating-column",
        $"{(columns.Count == 1 ? "Feature" : "Features")} {string.Join(", ", columns.Select(static column => $"'{column}'"))} {(columns.Count == 1 ? "separates" : "together separate")} those who had events from those who had none: the larger the coefficient, the better, without end. Leave {(columns.Count == 1 ? "it" : "some")} out, or join rare values with others.");
}
