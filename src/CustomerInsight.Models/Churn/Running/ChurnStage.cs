namespace CustomerInsight.Models;

/// <summary>The step of a run that says how likely customers are to leave. Leaves a <see cref="ChurnResult"/>.</summary>
/// <remarks>
/// It learns from what became of the run's own customers: features as of one horizon before the as-of moment (and earlier, <see cref="ChurnOptions.CutOffs"/>), the outcome since then. It
/// predicts as of the run's moment for customers of whom there would be a label (<see cref="ChurnOptions.Labels"/>). How activities become purchases follows a
/// <see cref="PurchaseStage"/> before it, where there is one.
/// </remarks>
/// <threadsafety>Safe from many threads.</threadsafety>
public sealed class ChurnStage : IInsightStage
{
    private readonly ChurnOptions _options;
    private readonly IChurnModel? _model;

    /// <summary>Makes a stage that fits a model in each run.</summary>
    /// <param name="options">How to learn; null for the defaults. Read once, here.</param>
    /// <exception cref="ArgumentException">An option is not usable.</exception>
    public ChurnStage(ChurnOptions? options = null)
    {
        options ??= new ChurnOptions();
        OptionsCheck.ThrowIfInvalid(options, nameof(options), new ChurnOptionsValidator(), new ChurnOptionsRules());
        _options = options.Copy();
    }

    /// <summary>Makes a stage that predicts by a given model and fits none: a host's own, or one fitted before.</summary>
    /// <param name="model">The model.</param>
    /// <param name="options">Which features it is given, and of whom; null for the defaults. Read once, here.</param>
    /// <exception cref="ArgumentException">An option is not usable.</exception>
    public ChurnStage(IChurnModel model, ChurnOptions? options = null)
        : this(options)
    {
        ArgumentNullException.ThrowIfNull(model);
        _model = model;
    }

    /// <inheritdoc/>
    public string Name => "churn";

    /// <inheritdoc/>
    public InsightPhase Phase => InsightPhase.Model;

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">The host's model did not predict for each customer in order, or gave a chance that is none.</exception>
    public ValueTask RunAsync(InsightContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        ChurnResult result = RunChurn.Predict(context, Name, _options, _model, cancellationToken);
        context.Set(result);
        if (result.Fit is { } fit)
        {
            context.ReportFit(Name, fit, result.Model is not null);
        }

        context.Progress(Name, result.Customers.Count, result.Customers.Count);
        return ValueTask.CompletedTask;
    }
}
