namespace CustomerInsight.Models;

/// <summary>Sees the purchases of each customer who has any while they are summed up, for those who need more than sums.</summary>
/// <threadsafety>Called from many threads at once, once for each customer.</threadsafety>
internal interface IPurchaseVisitor
{
    /// <param name="customer">The customer's place in the source.</param>
    /// <param name="purchases">The purchases that count, at least one, by day.</param>
    /// <param name="refunds">The refunds that are taken off.</param>
    void Visit(int customer, ReadOnlySpan<PurchaseRow> purchases, ReadOnlySpan<PurchaseRow> refunds);
}
