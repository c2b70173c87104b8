namespace CustomerInsight.Models;

/// <summary>The warnings that accelerated-failure-time models have beside those of Cox regression.</summary>
internal static class AftWarnings
{
    public static FitWarning EqualTimes { get; } = new(
        "equal-times", "The times of events follow from the features without scatter, or all are the same, so no scale can be learned. Use times measured more finely, or fit the exponential distribution.");

    public static FitWarning Separating(IReadOnlyList<string> columns) => new(
        "separating-column",
        $"{(columns.Count == 1 ? "Feature" : "Features")} {string.Join(", ", columns.Select(static column => $"'{column}'"))} {(columns.Count == 1 ? "separates" : "together separate")} those who had events from those who had none: the larger the coefficient, the better, without end. Leave {(columns.Count == 1 ? "it" : "some")} out, or join rare values with others.");
}
