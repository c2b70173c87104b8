namespace CustomerInsight.Models;

/// <summary>The step of a run that groups customers by what they bought. Leaves a <see cref="GroupingResult"/>.</summary>
/// <remarks>Needs a <see cref="PurchaseStage"/> before it.</remarks>
/// <threadsafety>Safe from many threads.</threadsafety>
public sealed class GroupingStage : IInsightStage
{
    private readonly GroupingOptions _options;
    private readonly IEstimator<FeatureMatrix, IClusteringModel>? _estimator;
    private readonly IClusteringModel? _model;

    /// <summary>Makes a stage that finds groups in each run.</summary>
    /// <param name="options">By what and how; null for the defaults. Read once, here.</param>
    /// <param name="estimator">Finds the groups in the place of <see cref="GroupingEstimator"/>; null for that. Of the options it leaves features and phrases.</param>
    /// <exception cref="ArgumentException">An option is not usable.</exception>
    public GroupingStage(GroupingOptions? options = null, IEstimator<FeatureMatrix, IClusteringModel>? estimator = null)
    {
        options ??= new GroupingOptions();
        OptionsCheck.ThrowIfInvalid(options, nameof(options), new GroupingOptionsValidator(), new GroupingOptionsRules());
        _options = options.Copy();
        _estimator = estimator;
    }

    /// <summary>Makes a stage that assigns customers to given groups and finds none: a host's own, or those found before.</summary>
    /// <param name="model">The groups, by features of purchases.</param>
    /// <param name="options">How they are put into words; null for the defaults. Read once, here.</param>
    /// <exception cref="ArgumentException">An option is not usable.</exception>
    public GroupingStage(IClusteringModel model, GroupingOptions? options = null)
        : this(options)
    {
        ArgumentNullException.ThrowIfNull(model);
        _model = model;
    }

    /// <inheritdoc/>
    public string Name => "groups";

    /// <inheritdoc/>
    public InsightPhase Phase => InsightPhase.Model;

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">A feature is none of purchases, or is of their habits and those were not asked for.</exception>
    /// <exception cref="InvalidOperationException">No <see cref="PurchaseStage"/> ran before.</exception>
    public ValueTask RunAsync(InsightContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        PurchaseTable table = PurchaseStage.TableOf(context);
        int threads = _options.MaxDegreeOfParallelism > 0 ? _options.MaxDegreeOfParallelism : context.Options.MaxDegreeOfParallelism;
        FeatureMatrix data = table.ToFeatures(_model?.Columns ?? _options.Features);
        FitReport? fit = null;
        IClusteringModel? model = _model;
        GroupCountChoice? choice = null;
        if (model is null)
        {
            (model, fit) = Find(data, threads, out choice, cancellationToken);
            context.ReportFit(Name, fit, model is not null);
        }

        var result = GroupingResult.Of(model, fit, data, _options.Phrases, choice, threads, cancellationToken);
        context.Set(result);
        if (result.InNoGroup > 0)
        {
            context.Report(new ReportLine(Name, "in-no-group", result.InNoGroup, "customers like no group, or without a feature that groups are told by"));
        }

        context.Progress(Name, result.Assignments.Count, result.Customers.Count);
        return ValueTask.CompletedTask;
    }

    private FitResult<IClusteringModel> Find(FeatureMatrix data, int threads, out GroupCountChoice? choice, CancellationToken cancellationToken)
    {
        choice = null;
        if (_estimator is not null)
        {
            return _estimator.Fit(data, cancellationToken);
        }

        GroupingOptions options = _options.Copy();
        options.MaxDegreeOfParallelism = threads;
        return new GroupingEstimator(options).Fit(data, out choice, cancellationToken);
    }
}
