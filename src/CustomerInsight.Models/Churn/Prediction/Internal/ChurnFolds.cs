namespace CustomerInsight.Models;

/// <summary>How the rows of a churn model are split to measure it, in words too.</summary>
internal sealed record ChurnFolds(Folds Folds, string Wording, ValueList<FitWarning> Warnings)
{
    public static ChurnFolds Of(ChurnRows rows, ChurnOptions options)
    {
        if (rows.Panel.Snapshots.Count == 1)
        {
            return new ChurnFolds(Folds.Stratified(rows.Labels, options.Folds, options.Seed, rows.Customers), FormattableString.Invariant($"{options.Folds} of customers"), []);
        }

        if (options.TimeOrdered && TimeOrdered(rows, options) is { } folds)
        {
            return new ChurnFolds(folds, FormattableString.Invariant($"{folds.Count} of customers and later cut-offs by earlier ones of others"), []);
        }

        return new ChurnFolds(
            Folds.Grouped(rows.Labels, rows.Customers, options.Folds, options.Seed),
            FormattableString.Invariant($"{options.Folds} of customers over all cut-offs"),
            options.TimeOrdered
                ? [new FitWarning("not-time-ordered", "Too few customers have a cut-off after the window of another is over, so that chances were measured by what was learned of the same time too. Such measures can flatter: add earlier cut-offs.")]
                : []);
    }

    /// <summary>As many stretches of time as leave enough to learn from and to predict; null for none.</summary>
    private static Folds? TimeOrdered(ChurnRows rows, ChurnOptions options)
    {
        CustomerLabels first = rows.Panel.Snapshots[0].Labels;
        for (int stretches = Math.Min(options.Folds, rows.Panel.Snapshots.Count - 1); stretches > 0; stretches--)
        {
            var folds = Folds.FindGroupedTimeOrdered(rows.Panel.Times, rows.Customers, stretches, options.Folds, first.WindowEnd - first.CutOff, options.Seed);
            if (folds is not null
                && IsEnough(rows, [.. folds.Items.SelectMany(static fold => fold.Test)], options.MinimumOfEachKind)
                && folds.Items.All(fold => IsEnough(rows, fold.Train, Math.Max(2, options.MinimumOfEachKind / 2))))
            {
                return folds;
            }
        }

        return null;
    }

    private static bool IsEnough(ChurnRows rows, IReadOnlyList<int> some, int least)
    {
        (int with, int without) = rows.CustomersOfEachKind(some);
        return Math.Min(with, without) >= least;
    }
}
