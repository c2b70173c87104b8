using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace CustomerInsight.Models;

/// <summary>Takes a customer's refunds off the orders they belong to. Not safe from many threads.</summary>
internal sealed class OrderRefunds
{
    private readonly Dictionary<(string? Source, string Order), OrderSum> _orders = [];
    private readonly List<PurchaseRow> _rest = [];
    private PurchaseReader? _reader;

    private enum Fate
    {
        Staying,
        Refunded,
        NoOrder,
    }

    /// <summary>
    /// Removes the purchases of orders of which nothing is left and brings the refunds in the order of <see cref="NettedRefunds"/>, those of orders that stay on the first day of their order.
    /// Both spans are in canonical order, and the parts that are left stay so.
    /// </summary>
    public NettedRefunds Apply(Span<PurchaseRow> purchases, Span<PurchaseRow> refunds, PurchaseReader reader, PurchaseTally tally)
    {
        _reader = reader;
        Sum(purchases, refunds);
        int staying = MoveForward(refunds, 0, Fate.Staying);
        int netted = MoveForward(refunds, staying, Fate.Refunded);
        foreach (ref PurchaseRow refund in refunds[..staying])
        {
            refund.Day = Find(refund).FirstDay;
        }

        int kept = 0;
        for (int i = 0; i < purchases.Length; i++)
        {
            if (FateOf(purchases[i]) != Fate.Refunded)
            {
                purchases[kept++] = purchases[i];
            }
        }

        tally.RefundedPurchases += purchases.Length - kept;
        foreach (OrderSum sum in _orders.Values)
        {
            tally.RefundedOrders += sum.IsRefunded && sum.Total <= 0 ? 1 : 0;
        }

        return new NettedRefunds(kept, staying, netted);
    }

    private void Sum(Span<PurchaseRow> purchases, Span<PurchaseRow> refunds)
    {
        _orders.Clear();
        foreach (ref PurchaseRow row in purchases)
        {
            ref readonly ActivityDetail detail = ref _reader!.DetailOf(row);
            if (detail.Order is not null)
            {
                ref OrderSum sum = ref CollectionsMarshal.GetValueRefOrAddDefault(_orders, (detail.Source, detail.Order), out bool known);
                sum.FirstDay = known ? sum.FirstDay : row.Day;
                sum.Total += row.Amount;
            }
        }

        foreach (ref PurchaseRow row in refunds)
        {
            ref OrderSum sum = ref Find(row);
            if (!Unsafe.IsNullRef(ref sum))
            {
                sum.Total += row.Amount;
                sum.IsRefunded = true;
            }
        }
    }

    private ref OrderSum Find(in PurchaseRow row)
    {
        ref readonly ActivityDetail detail = ref _reader!.DetailOf(row);
        if (detail.Order is not null)
        {
            return ref CollectionsMarshal.GetValueRefOrNullRef(_orders, (detail.Source, detail.Order));
        }

        return ref Unsafe.NullRef<OrderSum>();
    }

    private Fate FateOf(in PurchaseRow row)
    {
        ref OrderSum sum = ref Find(row);
        return Unsafe.IsNullRef(ref sum) ? Fate.NoOrder : sum.IsRefunded && sum.Total <= 0 ? Fate.Refunded : Fate.Staying;
    }

    /// <summary>Moves the refunds of one fate forward, keeping the order of both parts; gives the end of the first.</summary>
    private int MoveForward(Span<PurchaseRow> refunds, int start, Fate fate)
    {
        _rest.Clear();
        int end = start;
        for (int i = start; i < refunds.Length; i++)
        {
            if (FateOf(refunds[i]) == fate)
            {
                refunds[end++] = refunds[i];
            }
            else
            {
                _rest.Add(refunds[i]);
            }
        }

        CollectionsMarshal.AsSpan(_rest).CopyTo(refunds[end..]);
        return end;
    }

    private struct OrderSum
    {
        public decimal Total;

        public int FirstDay;

        public bool IsRefunded;
    }
}
