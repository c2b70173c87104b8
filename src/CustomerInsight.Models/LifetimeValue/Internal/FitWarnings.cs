namespace CustomerInsight.Models;

/// <summary>The warnings of the likelihood fits, with their codes in one place.</summary>
internal static class FitWarnings
{
    // ln 1e5, on scaled time and money.
    private const double LogEdge = 11.512925464970229;

    private const string AtEdgeCode = "parameter-at-edge";
    private const string WeaklyIdentifiedCode = "weakly-identified";

    public static FitWarning NoTime { get; } = new(
        "no-time", "Every first purchase is on the as-of day, so no customer could have bought again yet. Use a longer history or a later as-of date.");

    public static FitWarning EqualSpend { get; } = new(
        "equal-spend", "All customers spend the same on a purchase, so no spread of spend can be learned. Use that amount itself.");

    public static FitWarning SecondOptimum { get; } = new(
        "second-optimum", "Two different sets of parameters explain the data almost equally well, and may disagree about who still buys. Use a longer history, or take BG/NBD, which has one.");

    public static FitWarning NoMeanSpend { get; } = new(
        "no-mean-spend", "The fitted spread of spend is so wide (q is 1 or less) that its mean does not exist, so no value can be computed. Look for amounts that are no purchases, or use a longer history.");

    public static FitWarning InvalidPatterns(int count) => new(
        "invalid-patterns", FormattableString.Invariant($"{count} customers have days that cannot be, such as a last purchase after the as-of day; they were left out. Check that all dates use the same time zone."));

    public static FitWarning InvalidOpportunities(int count) => new(
        "invalid-patterns", FormattableString.Invariant($"{count} customers have numbers of opportunities that cannot be, such as more purchases than opportunities; they were left out. Count opportunities from 1, after that of the first purchase."));

    public static FitWarning TooFewCustomers(int count, int needed) => new(
        "too-few-customers", FormattableString.Invariant($"{count} customers are fewer than the {needed} needed. Use a longer history, or lower MinimumCustomers at your own risk."));

    public static FitWarning InvalidLives(int count) => new(
        "invalid-lives", FormattableString.Invariant($"{count} contracts have numbers of renewals that cannot be, such as fewer than when they came into view; they were left out."));

    public static FitWarning TooFewChurned(int count, int needed) => new(
        "too-few-churned", FormattableString.Invariant($"{count} contracts were cancelled, fewer than the {needed} needed to learn from. Use a longer history, or lower MinimumChurned at your own risk."));

    public static FitWarning TooFewAges(int count, int needed) => new(
        "too-few-periods", FormattableString.Invariant($"Contracts were seen at {count} renewals, but the model needs {needed} to tell its parameters apart. Use a longer history."));

    public static FitWarning TooFewRepeaters(int count, int needed) => new(
        "too-few-repeat-customers", FormattableString.Invariant($"{count} customers bought on more than one day, fewer than the {needed} needed to learn from. Use a longer history, or lower the minimum at your own risk."));

    public static FitWarning WithoutSpend(int count) => new(
        "zero-spend", FormattableString.Invariant($"{count} customers bought again, but for no amount above 0 in all; their spend says nothing to the model and was left out. Look for gifts, refunds and amounts that are missing."));

    public static FitWarning Correlated(double correlation) => new(
        "spend-depends-on-frequency", FormattableString.Invariant($"Number and size of repeat purchases correlate at {correlation:0.00}, but the model takes them as independent. Treat the values of very frequent and very rare buyers with care, or fit groups apart."));

    public static FitWarning DrawsLeftOut(int count, int draws) => new(
        "draws-left-out", FormattableString.Invariant($"{count} of {draws} bootstrap fits did not converge and were left out, so intervals may be too narrow. The data hardly determine the model; more customers or a longer history help."));

    public static FitWarning WeaklyIdentified(IReadOnlyList<string> names) => new(
        WeaklyIdentifiedCode, names.Count == 1
            ? $"The data hardly determine the parameter {names[0]}: values far from it fit almost as well. Predictions may be used, the parameter itself should not; more customers or a longer history help."
            : $"The data hardly determine the parameters {string.Join(", ", names.SkipLast(1))} and {names[^1]} each, only a combination of them. Predictions may be used, these parameters should not; more customers or a longer history help.");

    public static FitWarning AtEdge(string name) => new(
        AtEdgeCode, $"Parameter {name} ran towards the edge of its range: the data do not determine it, and the model is a limit case. Its predictions may be used, the parameter itself should not.");

    /// <summary>Whether a warning says that the data do not determine a parameter.</summary>
    public static bool IsOfLooseParameters(FitWarning warning) => warning.Code is AtEdgeCode or WeaklyIdentifiedCode;

    public static IEnumerable<FitWarning> Of(SearchResult found, IReadOnlyList<Coordinate> coordinates)
    {
        if (found.Status == SearchStatus.IterationLimit)
        {
            yield return new FitWarning("iteration-limit", FormattableString.Invariant($"The search was stopped after {found.Iterations} iterations. Raise MaximumIterations."));
        }
        else if (found.Status != SearchStatus.Converged)
        {
            yield return new FitWarning("no-progress", "The search could not go on, though it had not arrived. The data may not fit the model; look at the number of repeat purchases.");
        }

        for (int i = 0; i < coordinates.Count; i++)
        {
            if (coordinates[i].IsLog && Math.Abs(found.Point[i]) > LogEdge)
            {
                yield return AtEdge(coordinates[i].Name);
            }
        }
    }
}
