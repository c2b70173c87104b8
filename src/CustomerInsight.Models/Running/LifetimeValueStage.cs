namespace CustomerInsight.Models;

/// <summary>The step of a run that values customers. Leaves a <see cref="LifetimeValueResult"/>.</summary>
/// <remarks>Needs a <see cref="PurchaseStage"/> before it.</remarks>
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
    /// <exception cref="InvalidOperationException">No <see cref="PurchaseStage"/> ran before, or the host's model did not value each customer in order.</exception>
    public ValueTask RunAsync(InsightContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        PurchaseTable table = PurchaseStage.TableOf(context);
        FitResult<LifetimeValueModel>? fit = _estimator?.Fit(table, cancellationToken);
        ILifetimeValueModel? model = _model ?? fit?.Model;
        ValueList<CustomerLifetimeValue> values = model is null ? [] : Values(model, table, cancellationToken);
        context.Set(new LifetimeValueResult(model, fit?.Report, table.Currency, values));
        if (fit is not null)
        {
            context.ReportFit(Name, fit.Report, fit.Model is not null);
        }

        context.Progress(Name, values.Count, values.Count);
        return ValueTask.CompletedTask;
    }

    private static ValueList<CustomerLifetimeValue> Values(ILifetimeValueModel model, PurchaseTable table, CancellationToken cancellationToken)
    {
        var values = ValueList.From(model.Predict(table.Customers, cancellationToken));
        bool inOrder = values.Count == table.Customers.Count;
        for (int i = 0; inOrder && i < values.Count; i++)
        {
            inOrder = values[i].Customer == table.Customers[i].Customer;
        }

        return inOrder ? values : throw new InvalidOperationException(
            $"{model.GetType().Name} gave {values.Count} values for {table.Customers.Count} customers, or not in their order. Return one value for each customer, in the same order.");
    }
}
