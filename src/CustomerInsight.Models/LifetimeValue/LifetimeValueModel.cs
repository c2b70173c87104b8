using System.Globalization;

namespace CustomerInsight.Models;

/// <summary>When customers buy and what they spend, together: what they are worth over a horizon.</summary>
/// <remarks>
/// The value is Σ over steps of (expected purchases in the step) × (1 + rate)^(−years to the step's middle), times the expected spend.
/// <para>Source: Fader, Hardie, Lee, "RFM and CLV: Using Iso-Value Curves for Customer Base Analysis", Journal of Marketing Research 42(4), 2005
/// (value = discounted expected purchases × expected spend).</para>
/// </remarks>
/// <threadsafety>Safe from many threads.</threadsafety>
public sealed partial record LifetimeValueModel : ILifetimeValueModel
{
    private const double DaysPerYear = 365;

    /// <summary>Makes a model of its parts.</summary>
    /// <param name="purchases">When customers buy.</param>
    /// <param name="spend">What they spend on a purchase; its <see cref="GammaGammaModel.Q"/> above 1, so that a mean exists.</param>
    /// <param name="currency">The currency of <paramref name="spend"/>.</param>
    /// <param name="horizonDays">How far ahead purchases count. At least 1.</param>
    /// <param name="annualDiscountRate">How much less money is worth a year later. At least 0, finite.</param>
    /// <param name="stepDays">The length of the steps of discounting. At least 1.</param>
    /// <exception cref="ArgumentException">A part is out of its range, or the currency is no currency code.</exception>
    public LifetimeValueModel(BgNbdModel purchases, GammaGammaModel spend, string currency, int horizonDays, double annualDiscountRate, int stepDays)
    {
        ArgumentNullException.ThrowIfNull(purchases);
        ArgumentNullException.ThrowIfNull(spend);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(horizonDays);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(stepDays);
        if (spend.Q <= 1)
        {
            throw new ArgumentOutOfRangeException(nameof(spend), spend.Q, "With q of 1 or less the mean spend does not exist, so there is no value. Fit the spend on more data.");
        }

        Purchases = purchases;
        Spend = spend;
        Currency = Money.IsCurrencyCode(currency) ? currency : throw new ArgumentException($"Expected a currency code of three capital letters, such as EUR, or {Money.NoCurrency} for none.", nameof(currency));
        HorizonDays = horizonDays;
        AnnualDiscountRate = ParameterCheck.NotNegative(annualDiscountRate, nameof(annualDiscountRate));
        StepDays = stepDays;
    }

    /// <summary>Gets the model of when customers buy.</summary>
    public BgNbdModel Purchases { get; }

    /// <summary>Gets the model of what they spend on a purchase.</summary>
    public GammaGammaModel Spend { get; }

    /// <summary>Gets the currency of the values.</summary>
    public string Currency { get; }

    /// <summary>Gets how far ahead purchases count, in days.</summary>
    public int HorizonDays { get; }

    /// <summary>Gets how much less money is worth a year later.</summary>
    public double AnnualDiscountRate { get; }

    /// <summary>Gets the length of the steps of discounting, in days.</summary>
    public int StepDays { get; }

    /// <summary>Values one customer.</summary>
    /// <param name="customer">What the customer bought.</param>
    /// <returns>The value with the numbers that multiply up to it.</returns>
    /// <exception cref="ArgumentException">The amounts are in another currency than <see cref="Currency"/>, or the days cannot be.</exception>
    public CustomerLifetimeValue Predict(PurchaseSummary customer) => Predict([customer])[0];

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">Amounts are in another currency than <see cref="Currency"/>, or days cannot be.</exception>
    /// <remarks>What depends on repeats and tenure alone is computed once for all customers who share them.</remarks>
    public IReadOnlyList<CustomerLifetimeValue> Predict(IReadOnlyList<PurchaseSummary> customers, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(customers);
        var known = new Dictionary<(int Repeats, int TenureDays), (double Purchases, double Factor)>();
        var values = new CustomerLifetimeValue[customers.Count];
        for (int i = 0; i < values.Length; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            PurchaseSummary customer = customers[i];
            if (customer.Currency != Currency)
            {
                throw new ArgumentException($"The model values purchases in {Currency}, but a customer's are in {customer.Currency}. Fit a model for each currency, or convert the amounts first.", nameof(customers));
            }

            RepeatPattern pattern = customer.Pattern;
            double alive = Purchases.ProbabilityAlive(pattern);
            if (!known.TryGetValue((pattern.Repeats, customer.TenureDays), out (double Purchases, double Factor) ahead))
            {
                ahead = LookAhead(pattern);
                known.Add((pattern.Repeats, customer.TenureDays), ahead);
            }

            SpendPattern spend = customer.Spend;
            values[i] = new CustomerLifetimeValue(
                customer, HorizonDays, alive, ahead.Purchases, ahead.Factor, Spend.ExpectedSpend(spend.Purchases, spend.MeanSpend));
        }

        return values;
    }

    /// <summary>Writes parts and settings.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{Purchases}; {Spend}; {HorizonDays} days in {Currency} at {AnnualDiscountRate:G6} a year in steps of {StepDays} days");

    private (double Purchases, double Factor) LookAhead(RepeatPattern pattern)
    {
        double before = 0;
        double discounted = 0;
        for (int start = 0; start < HorizonDays; start += StepDays)
        {
            int end = Math.Min(start + StepDays, HorizonDays);
            double total = Purchases.DiscountedPurchasesIfAlive(pattern, Duration.Days(end), DiscountRate.None);
            double years = (start + end) / 2.0 / DaysPerYear;
            discounted += (total - before) * Math.Pow(1 + AnnualDiscountRate, -years);
            before = total;
        }

        return (before, before > 0 ? discounted / before : 1);
    }
}
