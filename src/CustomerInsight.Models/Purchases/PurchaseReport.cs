namespace CustomerInsight.Models;

/// <summary>What became of the activities of type purchase up to the as-of moment. Every one is counted exactly once, as a purchase, as netted or as left out.</summary>
/// <param name="Purchases">How many count as purchases.</param>
/// <param name="Refunds">How many had an amount below zero and were left out.</param>
/// <param name="RefundTotal">Their sum, zero or less, in the table's currency.</param>
/// <param name="ZeroAmounts">How many had the amount zero and were left out.</param>
/// <param name="WithoutAmount">How many said nothing about money and were left out.</param>
/// <param name="ImplausibleAmounts">How many had an amount above 10¹⁸ or below −10¹⁸, as given or converted, and were left out.</param>
/// <param name="OtherCurrencies">What was left out because it was in another currency, by currency.</param>
/// <param name="CustomersWithoutPurchases">How many customers have no purchase left and are in no row.</param>
public sealed record PurchaseReport(
    long Purchases,
    long Refunds,
    decimal RefundTotal,
    long ZeroAmounts,
    long WithoutAmount,
    long ImplausibleAmounts,
    ValueList<CurrencyCount> OtherCurrencies,
    int CustomersWithoutPurchases)
{
    /// <summary>Gets the orders that the purchases make, by <see cref="PurchaseOptions.SameDay"/>: the sum of <see cref="PurchaseSummary.Orders"/>.</summary>
    public long Orders { get; init; }

    /// <summary>Gets how many of the purchases had the amount zero; none unless <see cref="PurchaseOptions.KeepZeroAmounts"/>.</summary>
    public long ZeroAmountsKept { get; init; }

    /// <summary>Gets how many of the purchases lie on another day than that of their UTC date, because of the time zone or of the hour at which a day begins.</summary>
    public long OnAnotherDay { get; init; }

    /// <summary>Gets how many refunds were taken off revenue or orders, by <see cref="PurchaseOptions.Refunds"/>.</summary>
    public long NettedRefunds { get; init; }

    /// <summary>Gets the sum of the netted refunds, zero or less, in the table's currency.</summary>
    public decimal NettedRefundTotal { get; init; }

    /// <summary>Gets how many orders were given back whole and count as never placed.</summary>
    public long RefundedOrders { get; init; }

    /// <summary>Gets how many purchases those orders had; they are not among <see cref="Purchases"/>.</summary>
    public long RefundedPurchases { get; init; }

    /// <summary>Gets what was in another currency and was converted, by currency; it is counted as what it became, too.</summary>
    public ValueList<CurrencyCount> Converted { get; init; }
}
