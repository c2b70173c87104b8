namespace CustomerInsight.Models;

/// <summary>Counts what becomes of the activities of some customers. Tallies of several runs of customers are added in their order.</summary>
internal sealed class PurchaseTally
{
    private readonly SortedDictionary<string, (long Activities, int Customers)> _leftOut = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, (long Activities, int Customers)> _converted = new(StringComparer.Ordinal);

    // The currencies of the customer at hand, few enough to look through.
    private readonly List<(string Currency, bool Converted)> _seen = [];

    public long Purchases { get; set; }

    public long Orders { get; set; }

    public long Refunds { get; set; }

    public decimal RefundTotal { get; set; }

    public long NettedRefunds { get; set; }

    public decimal NettedRefundTotal { get; set; }

    public long RefundedOrders { get; set; }

    public long RefundedPurchases { get; set; }

    public long ZeroAmounts { get; set; }

    public long ZeroAmountsKept { get; set; }

    public long WithoutAmount { get; set; }

    public long Implausible { get; set; }

    public long OnAnotherDay { get; set; }

    public int CustomersWithout { get; set; }

    public void NextCustomer() => _seen.Clear();

    public void LeaveOut(string currency) => Count(_leftOut, currency, converted: false);

    public void Convert(string currency) => Count(_converted, currency, converted: true);

    public void Add(PurchaseTally other)
    {
        Purchases += other.Purchases;
        Orders += other.Orders;
        Refunds += other.Refunds;
        RefundTotal += other.RefundTotal;
        NettedRefunds += other.NettedRefunds;
        NettedRefundTotal += other.NettedRefundTotal;
        RefundedOrders += other.RefundedOrders;
        RefundedPurchases += other.RefundedPurchases;
        ZeroAmounts += other.ZeroAmounts;
        ZeroAmountsKept += other.ZeroAmountsKept;
        WithoutAmount += other.WithoutAmount;
        Implausible += other.Implausible;
        OnAnotherDay += other.OnAnotherDay;
        CustomersWithout += other.CustomersWithout;
        Add(_leftOut, other._leftOut);
        Add(_converted, other._converted);
    }

    public PurchaseReport Report() => new(Purchases, Refunds, RefundTotal, ZeroAmounts, WithoutAmount, Implausible, List(_leftOut), CustomersWithout)
    {
        Orders = Orders,
        ZeroAmountsKept = ZeroAmountsKept,
        OnAnotherDay = OnAnotherDay,
        NettedRefunds = NettedRefunds,
        NettedRefundTotal = NettedRefundTotal,
        RefundedOrders = RefundedOrders,
        RefundedPurchases = RefundedPurchases,
        Converted = List(_converted),
    };

    private void Count(SortedDictionary<string, (long Activities, int Customers)> counts, string currency, bool converted)
    {
        bool isNew = !_seen.Contains((currency, converted));
        if (isNew)
        {
            _seen.Add((currency, converted));
        }

        (long activities, int customers) = counts.GetValueOrDefault(currency);
        counts[currency] = (activities + 1, customers + (isNew ? 1 : 0));
    }

    private static void Add(SortedDictionary<string, (long Activities, int Customers)> sum, SortedDictionary<string, (long Activities, int Customers)> part)
    {
        foreach ((string currency, (long activities, int customers)) in part)
        {
            (long Activities, int Customers) before = sum.GetValueOrDefault(currency);
            sum[currency] = (before.Activities + activities, before.Customers + customers);
        }
    }

    private static ValueList<CurrencyCount> List(SortedDictionary<string, (long Activities, int Customers)> counts) =>
        ValueList.From(counts.Select(static count => new CurrencyCount(count.Key, count.Value.Activities, count.Value.Customers)));
}
