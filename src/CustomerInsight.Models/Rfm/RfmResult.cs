namespace CustomerInsight.Models;

/// <summary>What <see cref="RfmStage"/> leaves in a run.</summary>
/// <param name="Fit">The thresholds and how the fit went; without a model where there was too little data.</param>
/// <param name="Currency">The currency of the amounts.</param>
/// <param name="Customers">The scores in ordinal order of the customer; empty without a model.</param>
/// <param name="Segments">All segments in their order, those without customers too.</param>
/// <threadsafety>Safe from many threads.</threadsafety>
public sealed record RfmResult(FitResult<RfmModel> Fit, string Currency, ValueList<RfmScore> Customers, ValueList<SegmentSummary> Segments)
{
    /// <summary>Fits, scores and sums up.</summary>
    /// <param name="table">What customers bought.</param>
    /// <param name="estimator">Learns the thresholds.</param>
    /// <param name="segmentation">Who names the segments; null for the rules of the estimator's options.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The result.</returns>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    public static RfmResult Of(PurchaseTable table, RfmEstimator estimator, ISegmentation? segmentation = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(estimator);
        FitResult<RfmModel> fit = estimator.Fit(table, cancellationToken);
        if (fit.Model is not RfmModel model)
        {
            return new RfmResult(fit, table.Currency, [], []);
        }

        segmentation ??= model.Segmentation;
        var scores = ValueList.From(table.Customers.Select(customer => model.Score(customer, segmentation)));
        return new RfmResult(fit, table.Currency, scores, SegmentSummary.Of(scores, segmentation.Segments));
    }

    /// <summary>Finds a customer's scores.</summary>
    /// <param name="customer">The customer's name in results.</param>
    /// <returns>The scores, or null for a customer without purchases or a run without a model. Time O(log n).</returns>
    public RfmScore? Find(string customer) => Customers.FindOrdinal(customer, static score => score.Customer);
}
