namespace CustomerInsight.Models;

/// <summary>What a customer bought and gave back in all, before any refund is taken off.</summary>
internal readonly struct ReturnTotals
{
    public ReturnTotals(ReadOnlySpan<PurchaseRow> purchases, ReadOnlySpan<PurchaseRow> refunds, bool isWanted)
    {
        if (!isWanted)
        {
            return;
        }

        Count = refunds.Length;
        foreach (ref readonly PurchaseRow refund in refunds)
        {
            Amount -= refund.Amount;
        }

        foreach (ref readonly PurchaseRow purchase in purchases)
        {
            Bought += purchase.Amount;
        }
    }

    public int Count { get; }

    public decimal Amount { get; }

    public decimal Bought { get; }

    public double Share => Amount == 0 ? 0 : Bought == 0 ? double.PositiveInfinity : (double)Amount / (double)Bought;
}
