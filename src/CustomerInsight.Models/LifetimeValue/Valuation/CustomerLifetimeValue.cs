using System.Globalization;

namespace CustomerInsight.Models;

/// <summary>What one customer is worth over a horizon, with the numbers whose product it is.</summary>
/// <param name="Purchases">What the customer bought.</param>
/// <param name="Horizon">How far ahead purchases count. Above 0; <see cref="Duration.Forever"/> for all time to come.</param>
/// <param name="ProbabilityAlive">How probable it is that the customer still buys, in [0, 1].</param>
/// <param name="PurchasesIfAlive">The purchase days to expect over the horizon if so. At least 0; for ever it may be infinite.</param>
/// <param name="DiscountedPurchasesIfAlive">The same, each day counted by what money is worth then. At least 0, at most <paramref name="PurchasesIfAlive"/>.</param>
/// <param name="ExpectedSpend">The spend to expect on a purchase day. At least 0.</param>
public sealed record CustomerLifetimeValue(
    PurchaseSummary Purchases,
    Duration Horizon,
    double ProbabilityAlive,
    double PurchasesIfAlive,
    double DiscountedPurchasesIfAlive,
    double ExpectedSpend)
{
    /// <summary>Gets the customer's name in results.</summary>
    public string Customer => Purchases.Customer;

    /// <summary>Gets the purchase days to expect over the horizon, not discounted.</summary>
    public double ExpectedPurchases => ProbabilityAlive == 0 ? 0 : ProbabilityAlive * PurchasesIfAlive;

    /// <summary>Gets what is left of the worth of later purchases on average, in [0, 1]; 0 where purchases have no end, and 1 where there are none.</summary>
    public double DiscountFactor => PurchasesIfAlive > 0 ? DiscountedPurchasesIfAlive / PurchasesIfAlive : 1;

    /// <summary>Gets the value: the spend to expect over the horizon, discounted, in <see cref="PurchaseSummary.Currency"/>.</summary>
    public double Value => ProbabilityAlive * DiscountedPurchasesIfAlive * ExpectedSpend;

    /// <summary>Says how the value comes about.</summary>
    /// <returns>The value, then a line for each of the numbers that multiply up to it; no name of the customer.</returns>
    public string Explain() => string.Create(
        CultureInfo.InvariantCulture,
        $"""
        Value {Amount(Value)} {Ahead}, the product of
          {ProbabilityAlive:0.0000} chance of still buying: {Purchases.Days} purchase day(s) in {Purchases.TenureDays} days, the last {Purchases.DaysSinceLast} days ago
        {ExplainPurchases()}
          {Amount(ExpectedSpend)} expected on a purchase day: {OwnSpend}
        """).ReplaceLineEndings("\n");

    /// <summary>Says the value, never whose it is.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"{Amount(Value)} {Ahead}";

    private string Ahead => Horizon.IsForever ? "for ever" : $"over the next {Horizon}";

    private string OwnSpend => Purchases.RepeatDays == 0
        ? "that of all customers, since this one has not bought again yet"
        : !Purchases.Spend.IsUsable
        ? $"that of all customers, since this one's {Purchases.RepeatDays} repeat day(s) brought in nothing in all"
        : $"this customer's own mean is {Amount((double)Purchases.MeanRepeatRevenue)} over {Purchases.RepeatDays} repeat day(s)";

    private string ExplainPurchases() => double.IsInfinity(PurchasesIfAlive)
        ? string.Create(CultureInfo.InvariantCulture, $"  {DiscountedPurchasesIfAlive:0.0000} purchase days expected if still buying, later ones counted less since later money is worth less")
        : string.Create(CultureInfo.InvariantCulture, $"  {PurchasesIfAlive:0.0000} purchase days expected if still buying\n  {DiscountFactor:0.0000} since later money is worth less");

    private string Amount(double amount) => Purchases.Currency == Money.NoCurrency
        ? amount.ToString("#,0.00", CultureInfo.InvariantCulture)
        : string.Create(CultureInfo.InvariantCulture, $"{amount:#,0.00} {Purchases.Currency}");
}
