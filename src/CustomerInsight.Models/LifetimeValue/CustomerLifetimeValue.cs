using System.Globalization;

namespace CustomerInsight.Models;

/// <summary>What one customer is worth over a horizon, with the four numbers whose product it is.</summary>
/// <param name="Purchases">What the customer bought.</param>
/// <param name="HorizonDays">How far ahead purchases count. At least 1.</param>
/// <param name="ProbabilityAlive">How probable it is that the customer still buys, in [0, 1].</param>
/// <param name="PurchasesIfAlive">The purchase days to expect over the horizon if so. At least 0.</param>
/// <param name="DiscountFactor">What a later purchase loses in worth, on average, in (0, 1].</param>
/// <param name="ExpectedSpend">The spend to expect on a purchase day. At least 0.</param>
public sealed record CustomerLifetimeValue(
    PurchaseSummary Purchases,
    int HorizonDays,
    double ProbabilityAlive,
    double PurchasesIfAlive,
    double DiscountFactor,
    double ExpectedSpend)
{
    /// <summary>Gets the customer's name in results.</summary>
    public string Customer => Purchases.Customer;

    /// <summary>Gets the purchase days to expect over the horizon, not discounted.</summary>
    public double ExpectedPurchases => ProbabilityAlive * PurchasesIfAlive;

    /// <summary>Gets the value: the spend to expect over the horizon, discounted, in <see cref="PurchaseSummary.Currency"/>.</summary>
    public double Value => ProbabilityAlive * PurchasesIfAlive * DiscountFactor * ExpectedSpend;

    /// <summary>Says how the value comes about.</summary>
    /// <returns>The value, then a line for each of the numbers that multiply up to it; no name of the customer.</returns>
    public string Explain() => string.Create(
        CultureInfo.InvariantCulture,
        $"""
        Value {Amount(Value)} over the next {HorizonDays} days, the product of
          {ProbabilityAlive:0.0000} chance of still buying: {Purchases.Days} purchase day(s) in {Purchases.TenureDays} days, the last {Purchases.DaysSinceLast} days ago
          {PurchasesIfAlive:0.0000} purchase days expected if still buying
          {DiscountFactor:0.0000} since later money is worth less
          {Amount(ExpectedSpend)} expected on a purchase day: {OwnSpend}
        """).ReplaceLineEndings("\n");

    /// <summary>Says the value, never whose it is.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"{Amount(Value)} over {HorizonDays} days";

    private string OwnSpend => Purchases.RepeatDays == 0
        ? "that of all customers, since this one has not bought again yet"
        : $"this customer's own mean is {Amount((double)Purchases.MeanRepeatRevenue)} over {Purchases.RepeatDays} repeat day(s)";

    private string Amount(double amount) => Purchases.Currency == Money.NoCurrency
        ? amount.ToString("#,0.00", CultureInfo.InvariantCulture)
        : string.Create(CultureInfo.InvariantCulture, $"{amount:#,0.00} {Purchases.Currency}");
}
