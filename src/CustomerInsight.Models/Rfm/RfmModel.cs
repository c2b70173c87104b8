namespace CustomerInsight.Models;

/// <summary>Fitted thresholds that score customers, of the data they were fitted on or of other.</summary>
/// <remarks>
/// A value scores 1 more for each threshold that it is above, so equal values get equal scores; for recency the scores are turned round.
/// </remarks>
/// <threadsafety>Safe from many threads.</threadsafety>
public sealed partial record RfmModel
{
    /// <summary>Makes a model from known thresholds.</summary>
    /// <param name="recencyDays">The inner limits of the recency bins in days, not falling. One less than there are bins: from 1 to 9.</param>
    /// <param name="orders">Those of the frequency bins, as many.</param>
    /// <param name="revenue">Those of the monetary bins, as many.</param>
    /// <param name="currency">The currency of <paramref name="revenue"/>.</param>
    /// <param name="segments">The segments, as rules in order, so that every combination of scores matches one.</param>
    /// <exception cref="ArgumentException">Thresholds or segments are not as said, or the currency is no currency code.</exception>
    public RfmModel(ValueList<double> recencyDays, ValueList<double> orders, ValueList<double> revenue, string currency, ValueList<SegmentRule> segments)
    {
        Bins = recencyDays.Count + 1;
        if (Bins is < 2 or > 10 || orders.Count != recencyDays.Count || revenue.Count != recencyDays.Count)
        {
            throw new ArgumentException(
                FormattableString.Invariant($"There are {recencyDays.Count}, {orders.Count} and {revenue.Count} thresholds. Expected from 1 to 9, as many for each dimension."), nameof(recencyDays));
        }

        RecencyThresholds = Rising(recencyDays, nameof(recencyDays));
        FrequencyThresholds = Rising(orders, nameof(orders));
        MonetaryThresholds = Rising(revenue, nameof(revenue));
        Currency = Money.IsCurrencyCode(currency) ? currency : throw new ArgumentException($"Expected a currency code of three capital letters, such as EUR, or {Money.NoCurrency} for none.", nameof(currency));
        Segments = segments;
        Segmentation = new SegmentRules(segments);
        if (Segmentation.FindGap(Bins) is RfmCell gap)
        {
            throw new ArgumentException($"No segment rule matches the scores {gap}. Add a last rule without bounds.", nameof(segments));
        }
    }

    /// <summary>Gets the highest score. From 2 to 10.</summary>
    public int Bins { get; }

    /// <summary>Gets the inner limits of the recency bins, in days.</summary>
    public ValueList<double> RecencyThresholds { get; }

    /// <summary>Gets the inner limits of the frequency bins, in orders.</summary>
    public ValueList<double> FrequencyThresholds { get; }

    /// <summary>Gets the inner limits of the monetary bins, in <see cref="Currency"/>.</summary>
    public ValueList<double> MonetaryThresholds { get; }

    /// <summary>Gets the currency of the monetary thresholds.</summary>
    public string Currency { get; }

    /// <summary>Gets the segments, as rules in order.</summary>
    public ValueList<SegmentRule> Segments { get; }

    internal SegmentRules Segmentation { get; }

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

        ScoredValue recency = Place(customer.DaysSinceLast, RecencyThresholds);
        recency = recency with { Score = Bins + 1 - recency.Score };
        ScoredValue frequency = Place(customer.Orders, FrequencyThresholds);
        ScoredValue monetary = Place((double)customer.Revenue, MonetaryThresholds);
        var cell = new RfmCell(recency.Score, frequency.Score, monetary.Score, Bins);
        return new RfmScore(customer, Bins, recency, frequency, monetary, (segmentation ?? Segmentation).Choose(customer, cell));
    }

    /// <summary>Writes the number of bins and of segment rules.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"RFM in {Bins} bins, {Segments.Count} segment rules";

    /// <summary>Compares thresholds, currency and segments.</summary>
    /// <param name="other">The other model.</param>
    /// <returns>True where they score alike.</returns>
    public bool Equals(RfmModel? other) =>
        other is not null && Currency == other.Currency
        && RecencyThresholds == other.RecencyThresholds && FrequencyThresholds == other.FrequencyThresholds && MonetaryThresholds == other.MonetaryThresholds
        && Segments == other.Segments;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Currency, RecencyThresholds, FrequencyThresholds, MonetaryThresholds, Segments);

    private static ScoredValue Place(double value, ValueList<double> thresholds)
    {
        int above = 0;
        while (above < thresholds.Count && value > thresholds[above])
        {
            above++;
        }

        return new ScoredValue(value, above + 1, above == 0 ? null : thresholds[above - 1], above == thresholds.Count ? null : thresholds[above]);
    }

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
