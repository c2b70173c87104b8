namespace CustomerInsight.Models;

/// <summary>What became of a customer's refunds, which lie in this order: taken off orders that stay, taken off orders of which nothing stays, left out.</summary>
/// <param name="Purchases">How many purchases are left.</param>
/// <param name="Staying">Where the first part of the refunds ends.</param>
/// <param name="Netted">Where the second ends.</param>
internal readonly record struct NettedRefunds(int Purchases, int Staying, int Netted);
