using System.Globalization;

namespace CustomerInsight.Models;

/// <summary>When customers buy and what they spend, together: what they are worth over a horizon or for ever.</summary>
/// <remarks>
/// The value is the probability of being alive × the discounted purchases to expect if so × the spend to expect on a purchase. Purchases are discounted as of the moment
/// at which they are expected, not by periods.
/// <para>Source: Fader, Hardie, Lee, "RFM and CLV: Using Iso-Value Curves for Customer Base Analysis", Journal of Marketing Research 42(4), 2005
/// (value = discounted expected purchases × expected spend).</para>
/// </remarks>
/// <threadsafety>Safe from many threads.</threadsafety>
public sealed partial record LifetimeValueModel : ILifetimeValueModel
{
    /// <summary>Makes a model of its parts.</summary>
    /// <param name="purchases">When customers buy.</param>
    /// <param name="spend">What they spend on a purchase; its <see cref="GammaGammaModel.Q"/> above 1, so that a mean exists.</param>
    /// <param name="currency">The currency of <paramref name="spend"/>.</param>
    /// <param name="horizon">How far ahead purchases count. Above 0, at most 1,000,000 years; <see cref="Duration.Forever"/> for all time to come, with a <paramref name="rate"/> above 0.</param>
    /// <param name="rate">How much less later money is worth.</param>
    /// <exception cref="ArgumentException">A part is out of its range, or the currency is no currency code.</exception>
    public LifetimeValueModel(IPurchaseModel purchases, GammaGammaModel spend, string currency, Duration horizon, DiscountRate rate)
    {
        ArgumentNullException.ThrowIfNull(purchases);
        ArgumentNullException.ThrowIfNull(spend);
        if (spend.Q <= 1)
        {
            throw new ArgumentOutOfRangeException(nameof(spend), spend.Q, "With q of 1 or less the mean spend does not exist, so there is no value. Fit the spend on more data.");
        }

        if (!(horizon.CheckedDays(nameof(horizon), allowForever: true) > 0))
        {
            throw new ArgumentOutOfRangeException(nameof(horizon), horizon, "Expected a length above 0.");
        }

        if (horizon.IsForever && rate == DiscountRate.None)
        {
            throw new ArgumentOutOfRangeException(nameof(rate), rate, "Without a discount rate the value for ever may have no end. Give a rate above 0, or a horizon.");
        }

        Purchases = purchases;
        Spend = spend;
        Currency = Money.IsCurrencyCode(currency) ? currency : throw new ArgumentException($"Expected a currency code of three capital letters, such as EUR, or {Money.NoCurrency} for none.", nameof(currency));
        Horizon = horizon;
        Rate = rate;
    }

    /// <summary>Gets the model of when customers buy.</summary>
    public IPurchaseModel Purchases { get; }

    /// <summary>Gets the model of what they spend on a purchase.</summary>
    public GammaGammaModel Spend { get; }

    /// <summary>Gets the currency of the values.</summary>
    public string Currency { get; }

    /// <summary>Gets how far ahead purchases count.</summary>
    public Duration Horizon { get; }

    /// <summary>Gets how much less later money is worth.</summary>
    public DiscountRate Rate { get; }

    /// <summary>Values one customer.</summary>
    /// <param name="customer">What the customer bought.</param>
    /// <returns>The value with the numbers that multiply up to it; that of many customers at once agrees with it to 11 digits.</returns>
    /// <exception cref="ArgumentException">The amounts are in another currency than <see cref="Currency"/>, or the days cannot be.</exception>
    public CustomerLifetimeValue Predict(PurchaseSummary customer)
    {
        ArgumentNullException.ThrowIfNull(customer);
        CheckCurrency(customer.Currency, nameof(customer));
        RepeatPattern pattern = customer.Pattern;
        pattern.ThrowIfInvalid(nameof(customer));
        SpendPattern spend = customer.Spend.Learnt;
        return new CustomerLifetimeValue(
            customer,
            Horizon,
            Purchases.ProbabilityAlive(pattern),
            Purchases.DiscountedPurchasesIfAlive(pattern, Horizon, DiscountRate.None),
            Purchases.DiscountedPurchasesIfAlive(pattern, Horizon, Rate),
            Spend.ExpectedSpend(spend.Purchases, spend.MeanSpend));
    }

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">A customer is null, amounts are in another currency than <see cref="Currency"/>, or days cannot be.</exception>
    /// <remarks>
    /// The spend of customers whose repeat purchases brought in nothing is taken for as unknown as that of customers without any, as the fit does.
    /// The numbers are computed for all customers at once and kept as columns; each customer's value is made when it is asked for. The rows of a
    /// <see cref="PurchaseTable"/> are not made for it.
    /// </remarks>
    public IReadOnlyList<CustomerLifetimeValue> Predict(IReadOnlyList<PurchaseSummary> customers, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(customers);
        return LifetimeValues.Of(this, customers, FixedChunks.Parallel(0, cancellationToken));
    }

    /// <summary>Writes parts and settings.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Purchases}; {Spend}; {Horizon} in {Currency} at {Rate}");

    internal void CheckCurrency(string currency, string parameter)
    {
        if (currency != Currency)
        {
            throw new ArgumentException($"The model values purchases in {Currency}, but a customer's are in {currency}. Fit a model for each currency, or convert the amounts first.", parameter);
        }
    }
}
