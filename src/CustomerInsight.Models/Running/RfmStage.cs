namespace CustomerInsight.Models;

/// <summary>The step of a run that scores customers by recency, frequency and money. Leaves an <see cref="RfmResult"/>.</summary>
/// <remarks>Needs a <see cref="PurchaseStage"/> before it.</remarks>
/// <threadsafety>Safe from many threads.</threadsafety>
public sealed class RfmStage : IInsightStage
{
    private readonly RfmEstimator? _estimator;
    private readonly RfmModel? _model;
    private readonly ISegmentation? _segmentation;

    /// <summary>Makes the stage.</summary>
    /// <param name="estimator">Learns the thresholds in each run; null for one of default options.</param>
    /// <param name="segmentation">Who names the segments; null for the rules of the estimator's options.</param>
    public RfmStage(RfmEstimator? estimator = null, ISegmentation? segmentation = null)
    {
        _estimator = estimator ?? new RfmEstimator();
        _segmentation = segmentation;
    }

    /// <summary>Makes a stage that scores by given thresholds, such as last month's, and learns none.</summary>
    /// <param name="model">The thresholds and segments.</param>
    /// <param name="segmentation">Who names the segments; null for the rules of the model.</param>
    public RfmStage(RfmModel model, ISegmentation? segmentation = null)
    {
        ArgumentNullException.ThrowIfNull(model);
        _model = model;
        _segmentation = segmentation;
    }

    /// <inheritdoc/>
    public string Name => "rfm";

    /// <inheritdoc/>
    public InsightPhase Phase => InsightPhase.Model;

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">No <see cref="PurchaseStage"/> ran before.</exception>
    /// <exception cref="ArgumentException">The model given counts in another currency than the purchases.</exception>
    public ValueTask RunAsync(InsightContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        PurchaseTable table = PurchaseStage.TableOf(context);
        int threads = context.Options.MaxDegreeOfParallelism;
        RfmResult result = _model?.Score(table, _segmentation, FixedChunks.Parallel(threads, cancellationToken))
            ?? RfmResult.Of(table, _estimator!, _segmentation, _estimator!.Parallel(threads, cancellationToken));
        context.Set(result);
        context.ReportFit(Name, result.Fit.Report, result.Fit.Model is not null);
        context.Progress(Name, result.Customers.Count, result.Customers.Count);
        return ValueTask.CompletedTask;
    }
}
