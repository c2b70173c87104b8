namespace CustomerInsight.Models;

/// <summary>Learns in a run from what became of its customers before, and predicts as of the run's moment.</summary>
internal static class RunChurn
{
    public static ChurnResult Predict(InsightContext context, string stage, ChurnOptions settings, IChurnModel? model, CancellationToken cancellationToken)
    {
        if (context.AsOf is not DateTimeOffset asOf || context.Customers.Count == 0)
        {
            return ChurnResult.WithoutPredictions(settings.Target, null, model is null ? FitReport.TooLittle(settings.Target, 0) : null);
        }

        ChurnOptions options = Completed(settings, context);
        var builder = new ActivityFeatureBuilder(options.Features);
        CustomerSnapshot now = Eligible(builder.Build(context.Customers, asOf, cancellationToken), context.Customers, options.Labels, cancellationToken);
        if (model is not null)
        {
            return ChurnResult.Of(options.Target, now, model, cancellationToken);
        }

        int step = options.Labels.GapDays + options.Labels.HorizonDays;
        DateTimeOffset[] cutOffs = [.. Enumerable.Range(1, options.CutOffs).Select(number => asOf.AddDays(-(double)number * step))];
        var panel = CustomerPanel.From(context.Customers, cutOffs, builder.In(now.Purchases?.Currency), asOf, options.Labels, cancellationToken);
        foreach (LeakageFinding finding in panel.Snapshots.Count == 0 ? [] : LeakageGuard.Check(panel.Snapshots[^1].Snapshot.Features, panel.Snapshots[^1].Labels).Findings)
        {
            context.Report(new ReportLine(stage, "trait-too-good", 1, FormattableString.Invariant($"trait, '{finding.Trait}', alone tells {options.Target} with an area under the ROC curve of {finding.AreaUnderRoc:0.000}. Check that it is not written later than it says")));
        }

        int folds = options.Folds * (options.Classifier is null ? Enum.GetValues<ChurnClassifier>().Length : 1);
        FitResult<ChurnModel> fit = new ChurnEstimator(options, new FoldProgress(context, stage, folds)).Fit(panel, out ChurnValidation? validation, cancellationToken);
        return fit.Model is null
            ? ChurnResult.WithoutPredictions(options.Target, now, fit.Report)
            : ChurnResult.Of(options.Target, now, fit.Model, fit.Report, validation, cancellationToken);
    }

    /// <summary>What the options leave open follows the run, and the features follow the labels.</summary>
    private static ChurnOptions Completed(ChurnOptions settings, InsightContext context)
    {
        ChurnOptions options = settings.Copy();
        int threads = RunPurchases.ThreadsOf(options.MaxDegreeOfParallelism, context);
        options.MaxDegreeOfParallelism = threads;
        options.Labels.MaxDegreeOfParallelism = threads;
        options.Features.HorizonDays = options.Labels.HorizonDays;
        if (context.Find<RunPurchases>()?.Options is { } run)
        {
            bool habits = options.Features.Purchases.Habits;
            options.Features.Purchases = run.Copy();
            options.Features.Purchases.Habits |= habits;
            options.Features.Purchases.Currency ??= context.Find<PurchaseTable>() is { AsOfDay: not null } table ? table.Currency : null;
            options.Labels.KeepZeroAmounts = run.KeepZeroAmounts;
        }

        options.Features.Purchases.MaxDegreeOfParallelism = threads;
        return options;
    }

    /// <summary>The customers of whom there would be a label.</summary>
    private static CustomerSnapshot Eligible(CustomerSnapshot snapshot, IReadOnlyList<CustomerHistory> customers, LabelOptions labels, CancellationToken cancellationToken)
    {
        // As if nothing happened in a window that is over: who is eligible does not depend on it.
        CustomerHistory[] known = HistoryView.Of(customers, null, snapshot.AsOf);
        var eligible = CustomerLabels.From(known, snapshot.AsOf, snapshot.AsOf.AddDays(labels.GapDays + labels.HorizonDays), labels, cancellationToken);
        return snapshot with { Features = snapshot.Features.Of(eligible.Customers) };
    }

    private sealed class FoldProgress(InsightContext context, string stage, int folds) : IProgress<int>
    {
        public void Report(int value) => context.Progress(stage, value, folds);
    }
}
