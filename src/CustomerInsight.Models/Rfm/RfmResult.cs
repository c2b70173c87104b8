namespace CustomerInsight.Models;

/// <summary>The scores and segments of the customers of a table. What <see cref="RfmStage"/> leaves in a run.</summary>
/// <remarks>Scores are kept as columns, and each customer's is made when it is asked for.</remarks>
/// <threadsafety>Safe from many threads.</threadsafety>
public sealed partial class RfmResult : IEquatable<RfmResult>
{
    private readonly PurchaseTable _table;
    private readonly RfmScoreColumns? _scores;
    private readonly RfmSegments? _segments;

    private RfmResult(PurchaseTable table, FitResult<RfmModel> fit, RfmScoreColumns? scores, RfmSegments? segments, ValueList<RfmSegmentSummary> summaries)
    {
        _table = table;
        _scores = scores;
        _segments = segments;
        Fit = fit;
        Customers = scores is null ? [] : new RfmScoreList(table, fit.Model!, scores, segments!);
        Segments = summaries;
    }

    /// <summary>Gets the thresholds and how the fit went; without a model where there was too little data.</summary>
    public FitResult<RfmModel> Fit { get; }

    /// <summary>Gets the currency of the amounts.</summary>
    public string Currency => _table.Currency;

    /// <summary>Gets the day the scores look from; null where there was no activity at all.</summary>
    public DateOnly? AsOfDay => _table.AsOfDay;

    /// <summary>Gets the scores in ordinal order of the customer; empty without a model. Each is made anew when it is asked for.</summary>
    public IReadOnlyList<RfmScore> Customers { get; }

    /// <summary>Gets all segments in their order, those without customers too.</summary>
    public ValueList<RfmSegmentSummary> Segments { get; }

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
        return Of(table, estimator, segmentation, estimator.Parallel(0, cancellationToken));
    }

    /// <summary>Finds a customer's scores.</summary>
    /// <param name="customer">The customer's name in results.</param>
    /// <returns>The scores, or null for a customer without purchases or a run without a model. Time O(log n).</returns>
    public RfmScore? Find(string customer)
    {
        ArgumentNullException.ThrowIfNull(customer);
        int row = _scores is null ? -1 : OrdinalSearch.IndexOf(_table.Columns.Customers, customer);
        return row < 0 ? null : Customers[row];
    }

    /// <summary>Compares fit, table, scores and segments.</summary>
    /// <param name="other">The other result.</param>
    /// <returns>True where all are equal. Time O(n).</returns>
    public bool Equals(RfmResult? other) =>
        other is not null && Fit == other.Fit && Segments == other.Segments && _table == other._table
        && (_scores is null ? other._scores is null : other._scores is not null && _scores.SameAs(other._scores) && _segments!.SameAs(other._segments!));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as RfmResult);

    /// <summary>Compares two results.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    /// <returns>True where they are equal. Time O(n).</returns>
    public static bool operator ==(RfmResult? left, RfmResult? right) => Equals(left, right);

    /// <summary>Compares two results.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    /// <returns>True where they differ. Time O(n).</returns>
    public static bool operator !=(RfmResult? left, RfmResult? right) => !Equals(left, right);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Fit, Segments);

    /// <summary>Says how many customers are scored.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => FormattableString.Invariant($"RFM scores of {Customers.Count:#,0} customers as of {AsOfDay:yyyy-MM-dd}");

    internal string NameAt(int row) => _table.Columns.Customers[row];

    /// <summary>The place of a row's segment, and its revenue.</summary>
    internal (int Segment, decimal Revenue) SegmentAt(int row, Dictionary<string, int> places) => (places[_segments![row].Name], _table.Columns.Revenue[row]);

    internal static RfmResult Of(PurchaseTable table, RfmEstimator estimator, ISegmentation? segmentation, ParallelOptions parallel)
    {
        FitResult<RfmModel> fit = estimator.Fit(table, out RfmScoreColumns? scores, parallel);
        return scores is null ? new RfmResult(table, fit, null, null, []) : Make(table, fit, scores, segmentation, parallel);
    }

    internal static RfmResult Make(PurchaseTable table, FitResult<RfmModel> fit, RfmScoreColumns scores, ISegmentation? segmentation, ParallelOptions parallel)
    {
        RfmModel model = fit.Model!;
        segmentation ??= model.Segmentation;
        var segments = RfmSegments.Of(table, model, scores, segmentation, parallel.CancellationToken);
        return new RfmResult(table, fit, scores, segments, segments.Sum(table, segmentation.Segments, parallel));
    }
}
