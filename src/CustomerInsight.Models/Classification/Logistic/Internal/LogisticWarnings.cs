using System.Globalization;

namespace CustomerInsight.Models;

/// <summary>The warnings of logistic regression, with their codes in one place.</summary>
internal static class LogisticWarnings
{
    // Events of the rarer kind for each coefficient: Peduzzi and others, Journal of Clinical Epidemiology 49 (1996).
    private const int EventsPerColumn = 10;

    // With a penalty, a limit that parts few rows is chance.
    private const double ShareToSay = 0.05;

    public static FitWarning NoRows { get; } = new("no-rows", "There are no rows to learn from. Give rows with features and labels.");

    public static FitWarning OneClass(bool events) => new(
        "one-class", events ? "The event happened in every row, so nothing can be told apart. Add rows without it, or look later." : "The event happened in no row, so nothing can be learned of it. Add rows with it, or look later.");

    public static FitWarning Constant(string column) => new(
        "constant-column", $"Feature '{column}' is the same in all rows, so it tells none apart: its coefficient is 0. Leave it out.");

    public static FitWarning Identifier(string column) => new(
        "identifier-column", $"Feature '{column}' is another whole number in every row, as a customer's number is. If it is one, leave it out.");

    /// <param name="sets">For each feature that follows from others, its name and theirs.</param>
    /// <param name="isPenalized">Whether they stay in the model nevertheless.</param>
    public static IEnumerable<FitWarning> Collinear(IReadOnlyList<string[]> sets, bool isPenalized)
    {
        if (isPenalized && sets.Count > 0)
        {
            return
            [
                new FitWarning("collinear-columns", $"Features follow from others: {string.Join("; ", sets.Select(static set => $"'{set[0]}' from {Names(set.Skip(1))}"))}. The penalty shares between them what they say, so their coefficients mean little one by one."),
            ];
        }

        return sets.Select(static set => new FitWarning(
            "collinear-columns", $"Feature '{set[0]}' follows from {Names(set.Skip(1))}, so its coefficient cannot be told and is 0. Leave one of them out."));
    }

    public static IEnumerable<FitWarning> Separating(string column, int apart, int rows, bool isPenalized)
    {
        if (apart == rows)
        {
            yield return new FitWarning(
                "separating-column", $"Feature '{column}' alone tells all rows with the event from those without. Check that it is not known only after the event; if so, leave it out.");
        }
        else if (apart > 0 && (!isPenalized || apart >= ShareToSay * rows))
        {
            yield return new FitWarning(
                "separating-column",
                string.Create(CultureInfo.InvariantCulture, $"Feature '{column}' alone tells {apart} of {rows} rows for certain: on one side of a limit there is one kind only. {(isPenalized ? "Check that it is not known only after the event" : "Its coefficient has no largest likelihood: use a penalty, or leave it out")}."));
        }
    }

    public static FitWarning Separated(IEnumerable<string> columns) => new(
        "separation", $"Together, {Names(columns)} tell rows with the event from those without for certain, so the likelihood grows with their coefficients without end. Use a penalty, or leave one of them out.");

    public static FitWarning NotConverged(int iterations) => new(
        "not-converged", string.Create(CultureInfo.InvariantCulture, $"The search stopped after {iterations} steps without an end. Raise {nameof(LogisticOptions.MaximumIterations)} or {nameof(LogisticOptions.PenaltyStrength)}."));

    public static IEnumerable<FitWarning> Reweighted(double positiveWeight) => positiveWeight == 1
        ? []
        : [new FitWarning(
            "reweighted", string.Create(CultureInfo.InvariantCulture, $"A row with the event counts {positiveWeight:G4} times, so the likelihood is not that of the rows: errors are robust ones, and there is no likelihood ratio test, AIC or BIC. Set {nameof(LogisticOptions.PositiveWeight)} to 1 for these."))];

    public static IEnumerable<FitWarning> FewEvents(int rarer, int columns)
    {
        if (rarer < (long)EventsPerColumn * columns)
        {
            yield return new FitWarning(
                "few-events",
                string.Create(CultureInfo.InvariantCulture, $"{columns} columns are many for {rarer} rows of the rarer kind: coefficients and errors are biased below {EventsPerColumn} for each. Use a penalty, fewer columns or more rows."));
        }
    }

    private static string Names(IEnumerable<string> columns)
    {
        string[] names = [.. columns.Select(static column => $"'{column}'")];
        return names.Length switch
        {
            0 => "the intercept",
            1 => names[0],
            _ => $"{string.Join(", ", names[..^1])} and {names[^1]}",
        };
    }
}
