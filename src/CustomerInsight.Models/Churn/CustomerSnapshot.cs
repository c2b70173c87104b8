namespace CustomerInsight.Models;

/// <summary>What was known of customers at a moment, and nothing later.</summary>
/// <param name="AsOf">The moment; nothing after it is in the features.</param>
/// <param name="Features">Traits of the customers as of that moment, in ordinal order of the customer.</param>
/// <param name="Purchases">What they had bought by then; null where only features are known. It may have fewer customers: those who never bought are not in it.</param>
public sealed record CustomerSnapshot(DateTimeOffset AsOf, TraitTable Features, PurchaseTable? Purchases = null);
