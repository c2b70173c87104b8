namespace CustomerInsight.Models;

/// <summary>The warnings of Cox regression, with their codes in one place.</summary>
internal static class CoxWarnings
{
    public static FitWarning TooFewEvents(int events, int needed, int cause) => new(
        events == 0 ? "no-events" : "too-few-events",
        FormattableString.Invariant($"{(events == 0 ? "No row" : events == 1 ? "1 row" : $"{events} rows")} of {(cause == 0 ? "any cause" : $"cause {cause}")} ended with the event, fewer than the {needed} needed to learn from. Watch for longer or more customers, or lower MinimumEvents at your own risk."));

    public static FitWarning FewEventsForColumns(int events, int columns) => new(
        "few-events-per-column",
        FormattableString.Invariant($"{events} events for {columns} features are fewer than five for each: coefficients may be chance, and too large. Leave features out, or set Ridge."));

    public static FitWarning Constant(string column) => new(
        "constant-column", $"Feature '{column}' is the same in all rows, so it explains nothing and was left out. Leave it out.");

    public static FitWarning NothingToCompare(string column) => new(
        "constant-at-risk", $"Feature '{column}' is the same in all rows that are at risk together (within the strata, at the times of events), so nothing can be said of it and it was left out. Leave it out, or do not stratify by it.");

    public static FitWarning Collinear(string column, IReadOnlyList<string> others) => new(
        "collinear-columns",
        others.Count == 1
            ? $"Features '{others[0]}' and '{column}' say the same, so '{column}' was left out. Leave out one of the two."
            : $"Feature '{column}' follows from {string.Join(", ", others.Select(static other => $"'{other}'"))}, so it was left out. Leave out one of them.");

    public static FitWarning Separating(IReadOnlyList<string> columns) => new(
        "separating-column",
        columns.Count == 1
            ? $"Feature '{columns[0]}' separates those who had events from those who had none: the larger its coefficient, the better, without end. Leave it out, join rare values of it with others, or set Ridge."
            : $"Features {string.Join(", ", columns.Select(static column => $"'{column}'"))} together separate those who had events from those who had none: the larger their coefficients, the better, without end. Leave some out, join rare values with others, or set Ridge.");

    public static FitWarning NothingLeft { get; } = new("no-features", "No feature is left to learn from. Give features that differ between rows.");

    public static FitWarning IterationLimit(int iterations) => new(
        "iteration-limit", FormattableString.Invariant($"The search was stopped after {iterations} iterations. Raise MaximumIterations, or set Ridge."));

    public static FitWarning NoProgress { get; } = new(
        "no-progress", "The search could not go on, though it had not arrived. Look for features that nearly follow from others, or for extreme values; or set Ridge.");
}
