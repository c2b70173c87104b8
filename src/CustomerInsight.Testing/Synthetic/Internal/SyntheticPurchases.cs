namespace CustomerInsight.Testing;

internal sealed record SyntheticPurchases(IReadOnlyList<CustomerActivity> Activities, IReadOnlyList<PurchaseTruth> Truth);
