namespace CustomerInsight.Models;

/// <summary>What was left out because it was in another currency.</summary>
/// <param name="Currency">The other currency.</param>
/// <param name="Activities">How many purchases and refunds.</param>
/// <param name="Customers">How many customers had at least one of them.</param>
public readonly record struct CurrencyCount(string Currency, long Activities, int Customers);
