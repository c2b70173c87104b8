namespace CustomerInsight.Models;

/// <summary>What became of the activities of type purchase up to the as-of moment. Every one is counted exactly once.</summary>
/// <param name="Purchases">How many count as purchases.</param>
/// <param name="Refunds">How many had an amount below zero and were left out.</param>
/// <param name="RefundTotal">Their sum, zero or less, in the table's currency.</param>
/// <param name="ZeroAmounts">How many had the amount zero and were left out.</param>
/// <param name="WithoutAmount">How many said nothing about money and were left out.</param>
/// <param name="ImplausibleAmounts">How many had an amount above 10¹⁸ or below −10¹⁸ and were left out.</param>
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
    int CustomersWithoutPurchases);
