namespace CustomerInsight.Models;

/// <summary>The warnings of Cox regression, with their codes in one place.</summary>
internal static class CoxWarnings
{
    /// <summary>Peduzzi, Concato, Feinstein, Holford, Journal of Clinical Epidemiology 48 (1995).</summary>
    public const int EventsPerColumn = 10;

    public static FitWarning TooFewEvents(int events, int needed, int cause) => new(
        events == 0 ? "no-events" : "too-few-events",
        FormattableString.Invariant($"{(events == 0 ? "No row" : events == 1 ? "1 row" : $"{events} rows")} of {(cause == 0 ? "any cause" : $"cause {cause}")} ended with the event, fewer than the {needed} needed to learn from. Watch for longer or more customers, or lower MinimumEvents at your own risk."));

    public static FitWarning FewEvents(int events, int columns) => new(
        "few-events",
        FormattableString.Invariant($"{columns} columns are many for {events} events: coefficients and errors are biased below {EventsPerColumn} for each. Set Ridge, or use fewer columns or more events."));

    public static FitWarning Constant(string column) => new(
        "constant-column", $"Feature '{column}' is the same in all rows, so it explains nothing and was left out. Leave it out.");

    public static FitWarning Extreme(string column) => new(
        "extreme-column", $"Feature '{column}' has values too large, or too close to each other, to compute with their squares, so it was left out. Give it in another unit.");

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

    public static FitWarning ClustersNotUsed { get; } = new(
        "clusters-not-used", "Rows are in clusters, but with exact ties or Ridge errors take each row as independent, so they may be too small. Use Efron's ties without Ridge for errors that know of clusters.");

    public static FitWarning FewClusters(int clusters, int columns) => new(
        "few-clusters",
        clusters == 1
            ? "All rows are in one cluster, so there are no robust errors: the errors given take each row as independent. Give the clusters of customers, or none."
            : FormattableString.Invariant($"{clusters} clusters are too few for the robust errors of {columns} columns: they are far too small, and all columns at once cannot be tested by them. Use fewer columns or more clusters."));

    public static FitWarning NotFinite { get; } = new(
        "not-finite", "The likelihood is too large to compute with even where no feature does anything. Give the weights in a larger unit, so that they are near 1.");

    public static FitWarning NothingLeft { get; } = new("no-features", "No feature is left to learn from. Give features that differ between rows.");

    public static FitWarning IterationLimit(int iterations) => new(
        "iteration-limit", FormattableString.Invariant($"The search was stopped after {iterations} iterations. Raise MaximumIterations, or set Ridge."));

    public static FitWarning NoProgress { get; } = new(
        "no-progress", "The search could not go on, though it had not arrived. Look for features that nearly follow from others, or for extreme values; or set Ridge.");
}
