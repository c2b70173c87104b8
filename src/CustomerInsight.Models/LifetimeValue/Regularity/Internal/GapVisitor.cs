namespace CustomerInsight.Models;

/// <summary>Takes the gaps between the days of purchase of each customer who has any.</summary>
internal sealed class GapVisitor(int customers) : IPurchaseVisitor
{
    private readonly GapPattern[] _patterns = new GapPattern[customers];
    private readonly bool[] _bought = new bool[customers];

    /// <summary>Those of the customers with a purchase, in their order.</summary>
    public GapPattern[] Patterns() => [.. _patterns.Where((_, customer) => _bought[customer])];

    public void Visit(int customer, ReadOnlySpan<PurchaseRow> purchases, ReadOnlySpan<PurchaseRow> refunds)
    {
        var sums = new GapSums();
        foreach (ref readonly PurchaseRow row in purchases)
        {
            sums.Add(row.Day);
        }

        (_patterns[customer], _bought[customer]) = (sums.ToPattern(), true);
    }
}
