namespace CustomerInsight.Models;

/// <summary>The warnings that several ways of grouping share, with their codes in one place.</summary>
internal static class ClusteringWarnings
{
    public static FitWarning TooFewRows(int rows, int needed) => new(
        "too-few-rows", FormattableString.Invariant($"{rows} rows with all features are fewer than the {needed} needed. Ask for fewer groups, or use more data."));

    public static FitWarning TooFewDistinct(int groups) => new(
        "too-few-distinct-rows", FormattableString.Invariant($"There are fewer different rows than the {groups} groups asked for. Ask for fewer groups, or add features."));

    /// <exception cref="ArgumentException">There are more rows than the option allows.</exception>
    public static void ThrowIfTooMany(int rows, int most, string option, string cost)
    {
        if (rows > most)
        {
            throw new ArgumentException(
                FormattableString.Invariant($"{rows} rows are more than {option} ({most}): {cost}. Fit a sample of the rows and assign the rest, use k-means or a mixture, or raise {option}."), nameof(rows));
        }
    }
}
