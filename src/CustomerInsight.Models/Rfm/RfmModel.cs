namespace CustomerInsight.Models;

/// <summary>Fitted thresholds that score customers, of the data they were fitted on or of other.</summary>
/// <remarks>
/// A value scores 1 more for each threshold that it is above, so equal values get equal scores; for recency the scores are turned round.
/// </remarks>
/// <threadsafety>Safe from many threads.</threadsafety>
public sealed partial record RfmModel
{
    internal const string Name = "RFM";

    /// <summary>Makes a model from known thresholds.</summary>
    /// <param name="recencyDays">The inner limits of the recency bins in days, not falling. One less than there are bins: from 1 to 9.</param>
    /// <param name="orders">Those of the frequency bins, from 1 to 9.</param>
    /// <param name="revenue">Those of the monetary bins, from 1 to 9.</param>
    /// <param name="currency">The currency of <paramref name="revenue"/>.</param>
    /// <param name="segments">The segments, as rules in order, so that every combination of scores matches one.</param>
    /// <exception cref="ArgumentException">Thresholds or segments are not as said, or the currency is no currency code.</exception>
    public RfmModel(ValueList<double> recencyDays, ValueList<double> orders, ValueList<double> revenue, string currency, ValueList<RfmSegmentRule> segments)
    {
        Bins = new RfmBins(recencyDays.Count + 1, orders.Count + 1, revenue.Count + 1);
        if (!Bins.IsValid)
        {
            throw new ArgumentException(
                FormattableString.Invariant($"There are {recencyDays.Count}, {orders.Count} and {revenue.Count} thresholds. Expected from 1 to 9 for each dimension."), nameof(recencyDays));
        }

        RecencyThresholds = Rising(recencyDays, nameof(recencyDays));
        FrequencyThresholds = Rising(orders, nameof(orders));
        MonetaryThresholds = Rising(revenue, nameof(revenue));
        Currency = Money.IsCurrencyCode(currency) ? currency : throw new ArgumentException($"Expected a currency code of three capital letters, such as EUR, or {Money.NoCurrency} for none.", nameof(currency));
        Segments = segments;
        Segmentation = new RfmSegmentRules(segments);
        if (Segmentation.FindGap(Bins) is RfmCell gap)
        {
            throw new ArgumentException($"No segment rule matches the scores {gap}. Add a last rule without bounds.", nameof(segments));
        }
    }

    /// <summary>Gets the highest scores.</summary>
    public RfmBins Bins { get; }

    /// <summary>Gets the inner limits of the recency bins, in days.</summary>
    public ValueList<double> RecencyThresholds { get; }

    /// <summary>Gets the inner limits of the frequency bins, in orders.</summary>
    public ValueList<double> FrequencyThresholds { get; }

    /// <summary>Gets the inner limits of the monetary bins, in <see cref="Currency"/>.</summary>
    public ValueList<double> MonetaryThresholds { get; }

    /// <summary>Gets the currency of the monetary thresholds.</summary>
    public string Currency { get; }

    /// <summary>Gets the segments, as rules in order.</summary>
    public ValueList<RfmSegmentRule> Segments { get; }

    internal RfmSegmentRules Segmentation { get; }

    /// <summary>Scores a customer.</summary>
    /// <param name="customer">What the customer bought.</param>
    /// <param name="segmentation">Who names the segment; null for <see cref="Segments"/>.</param>
    /// <returns>The scores with their reasons.</returns>
    /// <exception cref="ArgumentException">The amounts are in another currency than <see cref="Currency"/>.</exception>
    public RfmScore Score(PurchaseSummary customer, ISegmentation? segmentation = null)
    {
        ArgumentNullException.ThrowIfNull(customer);
        if (customer.Currency != Currency)
        {
            throw new ArgumentException($"The model's thresholds are in {Currency}, but the customer's amounts are in {customer.Currency}. Fit a model for each currency, or convert the amounts first.", nameof(customer));
        }

        int recency = Bins.Recency - Above(customer.DaysSinceLast, RecencyThresholds);
        int frequency = 1 + Above(customer.Orders, FrequencyThresholds);
        int monetary = 1 + Above((double)customer.Revenue, MonetaryThresholds);
        var cell = new RfmCell(recency, frequency, monetary, Bins);
        return ScoreOf(customer, cell, (segmentation ?? Segmentation).Choose(customer, cell));
    }

    /// <summary>Scores all customers of a table, of the one the model was fitted on or of another, such as next month's.</summary>
    /// <param name="table">What customers bought.</param>
    /// <param name="segmentation">Who names the segments; null for <see cref="Segments"/>.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The result, whose fit is this model with a warning that it was given.</returns>
    /// <exception cref="ArgumentException">The amounts are in another currency than <see cref="Currency"/>.</exception>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    /// <remarks>By the thresholds alone: customers whom <see cref="TiePolicy.Split"/> parted by rank when the model was fitted are together here.</remarks>
    public RfmResult Score(PurchaseTable table, ISegmentation? segmentation = null, CancellationToken cancellationToken = default)
        => Score(table, segmentation, FixedChunks.Parallel(0, cancellationToken));

    /// <summary>Scores all customers of a table on so many threads.</summary>
    internal RfmResult Score(PurchaseTable table, ISegmentation? segmentation, ParallelOptions parallel)
    {
        ArgumentNullException.ThrowIfNull(table);
        if (table.Columns.Count > 0 && table.Currency != Currency)
        {
            throw new ArgumentException($"The model's thresholds are in {Currency}, but the table's amounts are in {table.Currency}. Fit a model for each currency, or convert the amounts first.", nameof(table));
        }

        var given = new FitWarning("model-given", "The thresholds were given, not learned from these customers.");
        var fit = new FitResult<RfmModel>(this, new FitReport(Name, FitStatus.Converged, 0, null, table.Columns.Count, [given]));
        var scores = RfmScoreColumns.Of(RfmDimension.Of(table, parallel), [new(RecencyThresholds, null), new(FrequencyThresholds, null), new(MonetaryThresholds, null)], parallel);
        return RfmResult.Make(table, fit, scores, segmentation, parallel);
    }

    /// <summary>Writes the number of bins and of segment rules.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"RFM in {Bins.Recency}, {Bins.Frequency} and {Bins.Monetary} bins, {Segments.Count} segment rules";

    /// <summary>Compares thresholds, currency and segments.</summary>
    /// <param name="other">The other model.</param>
    /// <returns>True where they score alike.</returns>
    public bool Equals(RfmModel? other) =>
        other is not null && Currency == other.Currency
        && RecencyThresholds == other.RecencyThresholds && FrequencyThresholds == other.FrequencyThresholds && MonetaryThresholds == other.MonetaryThresholds
        && Segments == other.Segments;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Currency, RecencyThresholds, FrequencyThresholds, MonetaryThresholds, Segments);

    /// <summary>Puts scores beside the numbers and thresholds they come from.</summary>
    internal RfmScore ScoreOf(PurchaseSummary customer, RfmCell cell, RfmSegmentChoice segment) => new(
        customer,
        Bins,
        Place(customer.DaysSinceLast, cell.Recency, Bins.Recency - cell.Recency, RecencyThresholds),
        Place(customer.Orders, cell.Frequency, cell.Frequency - 1, FrequencyThresholds),
        Place((double)customer.Revenue, cell.Monetary, cell.Monetary - 1, MonetaryThresholds),
        segment);

    private static int Above(double value, ValueList<double> thresholds)
    {
        int above = 0;
        while (above < thresholds.Count && value > thresholds[above])
        {
            above++;
        }

        return above;
    }

    private static ScoredValue Place(double value, int score, int bin, ValueList<double> thresholds) =>
        new(value, score, bin == 0 ? null : thresholds[bin - 1], bin == thresholds.Count ? null : thresholds[bin]);

    private static ValueList<double> Rising(ValueList<double> thresholds, string name)
    {
        for (int i = 0; i < thresholds.Count; i++)
        {
            if (!double.IsFinite(thresholds[i]) || (i > 0 && thresholds[i] < thresholds[i - 1]))
            {
                throw new ArgumentException(FormattableString.Invariant($"Threshold {i + 1} is {thresholds[i]}. Expected finite numbers that do not fall."), name);
            }
        }

        return thresholds;
    }
}
