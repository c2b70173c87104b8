namespace CustomerInsight.Models;

/// <summary>What became of the customers and activities up to the as-of moment.</summary>
/// <param name="Customers">How many customers are in a cohort.</param>
/// <param name="CustomersWithoutStart">How many are in none, for they did nothing that starts one.</param>
/// <param name="BeforeStart">How many activities were asked for but came before the customer's start, so that they count nowhere.</param>
/// <param name="Refunds">How many purchases had money below zero: such never start a cohort and are no coming back.</param>
/// <param name="ZeroAmounts">How many purchases of amount zero were left out.</param>
/// <param name="WithoutAmount">How many purchases said nothing about money: they count as purchases, but not in the revenue.</param>
/// <param name="ImplausibleAmounts">How many purchases had an amount above 10¹⁸ or below −10¹⁸, as given or converted: they count as purchases, but not in the revenue.</param>
/// <param name="OtherCurrencies">What is not in the revenue because it was in another currency without a rate, by currency.</param>
public sealed record RetentionReport(
    int Customers,
    int CustomersWithoutStart,
    long BeforeStart,
    long Refunds,
    long ZeroAmounts,
    long WithoutAmount,
    long ImplausibleAmounts,
    ValueList<CurrencyCount> OtherCurrencies)
{
    /// <summary>Gets what was in another currency and was converted, by currency; it is counted as what it became, too.</summary>
    public ValueList<CurrencyCount> Converted { get; init; }
}
