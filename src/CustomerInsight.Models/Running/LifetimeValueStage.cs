namespace CustomerInsight.Models;

/// <summary>The step of a run that values customers. Leaves a <see cref="LifetimeValueResult"/>.</summary>
/// <remarks>
/// Needs a <see cref="PurchaseStage"/> before it. Where the purchase model is to be chosen (<see cref="PurchaseModelOptions.Kind"/> is null), the last part of the run's purchases is
/// held out, the models are compared on it, and the recommended one is fitted again on all. A given <see cref="LifetimeValueModel"/> of another currency than that of
/// the purchases values nobody, which a line of the report says.
/// </remarks>
/// <threadsafety>Safe from many threads.</threadsafety>
public sealed class LifetimeValueStage : IInsightStage
{
    private readonly LifetimeValueEstimator? _estimator;
    private readonly ILifetimeValueModel? _model;

    /// <summary>Makes a stage that fits a model in each run.</summary>
    /// <param name="estimator">Fits the model; null for one of default options.</param>
    public LifetimeValueStage(LifetimeValueEstimator? estimator = null) => _estimator = estimator ?? new LifetimeValueEstimator();

    /// <summary>Makes a stage that values by a given model and fits none: a host's own, or one fitted before.</summary>
    /// <param name="model">The model.</param>
    public LifetimeValueStage(ILifetimeValueModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        _model = model;
    }

    /// <inheritdoc/>
    public string Name => "lifetime-value";

    /// <inheritdoc/>
    public InsightPhase Phase => InsightPhase.Model;

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">No <see cref="PurchaseStage"/> ran before, or the host's model did not value each customer in order, or gave a value that is no finite number.</exception>
    public ValueTask RunAsync(InsightContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        PurchaseTable table = PurchaseStage.TableOf(context);
        LifetimeValueResult result = _model is null ? Fit(_estimator!.In(context), context, table, cancellationToken)
            : IsOfOtherCurrency(_model, context, table) ? LifetimeValueResult.WithoutValues(table)
            : LifetimeValueResult.Of(table, _model, cancellationToken);
        context.Set(result);
        if (result.Fit is { } fit)
        {
            context.ReportFit(Name, fit, result.Model is not null);
        }

        context.Progress(Name, result.Customers.Count, result.Customers.Count);
        return ValueTask.CompletedTask;
    }

    private bool IsOfOtherCurrency(ILifetimeValueModel model, InsightContext context, PurchaseTable table)
    {
        if (table.Columns.Count == 0 || model is not LifetimeValueModel own || own.Currency == table.Currency)
        {
            return false;
        }

        context.Report(new ReportLine(Name, "other-currency", table.Columns.Count, $"customers have no value, for the model values purchases in {own.Currency} and theirs are in {table.Currency}"));
        return true;
    }

    private LifetimeValueResult Fit(LifetimeValueEstimator estimator, InsightContext context, PurchaseTable table, CancellationToken cancellationToken)
    {
        ModelChoice? choice = estimator.Choice is { } models && context.AsOf is DateTimeOffset asOf && table.Columns.Count > 0
            ? Choose(models, context, asOf, table, cancellationToken)
            : null;
        return LifetimeValueResult.Of(table, estimator, choice, cancellationToken);
    }

    private ModelChoice Choose(PurchaseModelOptions models, InsightContext context, DateTimeOffset asOf, PurchaseTable table, CancellationToken cancellationToken)
    {
        PurchaseOptions purchases = (context.Find<RunPurchases>()?.Options ?? new PurchaseOptions()).Copy();
        purchases.Habits = false;
        purchases.MaxDegreeOfParallelism = RunPurchases.ThreadsOf(purchases.MaxDegreeOfParallelism, context);
        purchases.Currency ??= table.Currency;
        int days = table.AsOfDay!.Value.DayNumber - table.Columns.FirstDay.Min();
        int heldOut = Math.Max(1, (int)Math.Round(days * models.HoldoutShare));
        var holdout = PurchaseHoldout.From(context.Customers, DaysBefore(asOf, heldOut, new LocalDays(purchases.TimeZone, purchases.DayStartsAtHour)), asOf, purchases, cancellationToken);
        if (holdout.Later.Customers > 0)
        {
            context.Report(new ReportLine(Name, "born-after-calibration", holdout.Later.Customers, FormattableString.Invariant(
                $"customers first bought in the last {heldOut} days, on which the models were compared, so that they count in no comparison; they are in the fit and have values")));
        }

        return new PurchaseModelSelector(models).Choose(holdout, cancellationToken);
    }

    /// <summary>The moment some days before, by the local calendar: where the clock is changed, a day has more or fewer hours than 24.</summary>
    private static DateTimeOffset DaysBefore(DateTimeOffset moment, int days, LocalDays calendar)
    {
        int day = calendar.DayOf(moment.UtcTicks) - days;
        DateTimeOffset before = moment.AddDays(-days);
        while (calendar.DayOf(before.UtcTicks) < day)
        {
            before = before.AddHours(1);
        }

        while (calendar.DayOf(before.UtcTicks) > day)
        {
            before = before.AddHours(-1);
        }

        return before;
    }
}
