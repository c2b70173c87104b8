using System.Globalization;

namespace CustomerInsight.Models;

/// <summary>Says who will leave by a model of purchases: leaving is to buy nothing within the horizon.</summary>
/// <remarks>
/// For customers without a contract, of whom nothing but purchases need be known, and whom nobody labelled. It learns nothing: the model of purchases was fitted before, by likelihood.
/// <para>
/// A prediction starts from a customer who has just bought for the first time, and has two contributions that add up to its log-odds: <see cref="PurchaseFeatures.PurchaseDays"/>, what the
/// days with a purchase tell as of the last of them, and <see cref="PurchaseFeatures.RecencyDays"/>, what the silence since then tells. So that log-odds are finite, chances are kept
/// from 1e-12 to 1 − 1e-12.
/// </para>
/// <para>Source: Schmittlein, Morrison, Colombo, "Counting Your Customers", Management Science 33(1), 1987: the chance of no purchase given the past.</para>
/// </remarks>
/// <threadsafety>Safe from many threads.</threadsafety>
public sealed partial record AliveChurnModel : IChurnModel
{
    private const double Edge = 1e-12;

    /// <summary>Makes the model.</summary>
    /// <param name="purchases">When customers buy and when they stop for good.</param>
    /// <param name="horizon">Within which time no purchase is leaving. Above 0, at most 1,000,000 years, not for ever.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="horizon"/> is out of its range.</exception>
    public AliveChurnModel(IPurchaseModel purchases, Duration horizon)
    {
        ArgumentNullException.ThrowIfNull(purchases);
        Horizon = horizon.CheckedDays(nameof(horizon)) > 0
            ? horizon
            : throw new ArgumentOutOfRangeException(nameof(horizon), horizon, "Expected a length above 0.");
        Purchases = purchases;
    }

    /// <summary>Gets the model of when customers buy.</summary>
    public IPurchaseModel Purchases { get; }

    /// <inheritdoc/>
    public Duration Horizon { get; }

    /// <summary>Gives the chance that a customer leaves.</summary>
    /// <param name="pattern">When the customer bought again.</param>
    /// <returns>The chance of no purchase within <see cref="Horizon"/>.</returns>
    /// <exception cref="ArgumentException"><paramref name="pattern"/> is not valid.</exception>
    public double Probability(RepeatPattern pattern) => Kept(Purchases.ProbabilityOf(pattern, 0, Horizon));

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">There are no purchases in the snapshot.</exception>
    /// <remarks>Customers without a purchase get no chance. Equal patterns are asked about once, different ones on all cores.</remarks>
    public IReadOnlyList<ChurnPrediction> Predict(CustomerSnapshot customers, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(customers);
        PurchaseTable table = customers.Purchases
            ?? throw new ArgumentException($"The snapshot has no purchases, by which this model predicts. Give it a {nameof(PurchaseTable)}.", nameof(customers));
        RepeatPattern[] patterns = table.ToPatterns();
        double[] silent = Purchases.ProbabilitiesOf(0, patterns, Horizon, cancellationToken);
        double[] lately = Purchases.ProbabilitiesOf(0, Array.ConvertAll(patterns, AtLastPurchase), Horizon, cancellationToken);
        double baseline = LogOdds(Purchases.ProbabilityOf(0, Horizon));
        IReadOnlyList<string> names = table.Columns.Customers;
        var predictions = new ChurnPrediction[customers.Features.Customers.Count];
        for (int i = 0; i < predictions.Length; i++)
        {
            string customer = customers.Features.Customers[i];
            int row = OrdinalSearch.IndexOf(names, customer);
            predictions[i] = row < 0
                ? new ChurnPrediction(customer, null, baseline, [])
                : Of(customer, patterns[row], silent[row], lately[row], baseline);
        }

        return predictions;
    }

    /// <summary>Writes model and horizon.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"no purchase within {Horizon} by {Purchases}");

    private static ChurnPrediction Of(string customer, RepeatPattern pattern, double silent, double lately, double baseline)
    {
        double atLast = LogOdds(lately);
        return new ChurnPrediction(customer, Kept(silent), baseline,
        [
            new FeatureContribution(PurchaseFeatures.PurchaseDays, pattern.Repeats + 1, atLast - baseline),
            new FeatureContribution(PurchaseFeatures.RecencyDays, pattern.TenureDays - pattern.ActiveDays, LogOdds(silent) - atLast),
        ]);
    }

    private static RepeatPattern AtLastPurchase(RepeatPattern pattern) => pattern with { TenureDays = pattern.ActiveDays };

    private static double Kept(double probability) => Math.Clamp(probability, Edge, 1 - Edge);

    internal static double LogOdds(double probability)
    {
        double kept = Kept(probability);
        return Math.Log(kept / (1 - kept));
    }
}
