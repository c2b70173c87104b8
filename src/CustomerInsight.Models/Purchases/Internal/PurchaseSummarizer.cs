namespace CustomerInsight.Models;

/// <summary>Sums up one customer after the other into columns, and counts what is left out on the way. Not safe from many threads.</summary>
internal sealed class PurchaseSummarizer(PurchaseSettings settings, PurchaseReader reader, PurchaseColumns columns, IPurchaseVisitor? visitor = null)
{
    private readonly PurchaseOptions _options = settings.Options;
    private readonly LocalDays _localDays = settings.Days;
    private readonly OrderNumbers _orders = new(settings.Options.SameDay);
    private readonly OrderRefunds _orderRefunds = new();
    private readonly HabitsBuilder? _habits = settings.Options.Habits ? new(settings) : null;
    private PurchaseRow[] _refunds = new PurchaseRow[4];
    private int _refundCount;
    private bool _isExact;

    public PurchaseTally Tally { get; } = new();

    public void Summarize(int customer)
    {
        Tally.NextCustomer();
        Span<PurchaseRow> purchases = reader.Read(customer);
        purchases = purchases[..Classify(purchases)];
        Span<PurchaseRow> refunds = _refunds.AsSpan(0, _refundCount);
        Sort(purchases, refunds);
        var returns = new ReturnTotals(purchases, refunds, _habits is not null);
        NettedRefunds net = Net(purchases, refunds);
        purchases = purchases[..net.Purchases];
        Count(refunds, net);
        if (purchases.IsEmpty)
        {
            Tally.CustomersWithout++;
            return;
        }

        Write(customer, purchases, refunds[..net.Staying]);
        visitor?.Visit(customer, purchases, refunds[..net.Staying]);
        if (_habits is not null)
        {
            columns.Habits![customer] = _habits.Build(purchases, reader, _orders, returns);
        }
    }

    /// <summary>Moves purchases to the front and refunds to their own place, each with its day; gives how many purchases there are.</summary>
    private int Classify(Span<PurchaseRow> rows)
    {
        _refundCount = 0;
        _isExact = true;
        int kept = 0;
        for (int i = 0; i < rows.Length; i++)
        {
            ref PurchaseRow row = ref rows[i];
            bool isExact = Amounts.AddsUpExactly(row.Amount);
            if ((row.Currency != PurchaseReader.OwnCurrency || !isExact) && !HasAmount(ref row, ref isExact))
            {
                continue;
            }

            row.Day = _localDays.DayOf(row.Ticks);
            _isExact &= isExact;
            if (row.Amount < 0)
            {
                AddRefund(row);
            }
            else if (row.Amount == 0 && !_options.KeepZeroAmounts)
            {
                Tally.ZeroAmounts++;
            }
            else if (kept++ < i)
            {
                rows[kept - 1] = row;
            }
        }

        return kept;
    }

    /// <summary>Converts an amount in another currency, and tells whether there is one to count.</summary>
    private bool HasAmount(ref PurchaseRow row, ref bool isExact)
    {
        if (row.Currency == PurchaseReader.WithoutMoney)
        {
            Tally.WithoutAmount++;
            return false;
        }

        if (row.Currency != PurchaseReader.OwnCurrency)
        {
            string currency = reader.CurrencyOf(row.Currency);
            if (!_options.Rates.TryGetValue(currency, out decimal rate))
            {
                Tally.LeaveOut(currency);
                return false;
            }

            Tally.Convert(currency);
            if (Amounts.IsPlausible(row.Amount))
            {
                row.Amount *= rate;
                isExact = Amounts.AddsUpExactly(row.Amount);
            }
        }

        bool isPlausible = Amounts.IsPlausible(row.Amount);
        Tally.Implausible += isPlausible ? 0 : 1;
        return isPlausible;
    }

    private void AddRefund(in PurchaseRow row)
    {
        if (_refundCount == _refunds.Length)
        {
            Array.Resize(ref _refunds, _refunds.Length * 2);
        }

        _refunds[_refundCount++] = row;
    }

    private void Sort(Span<PurchaseRow> purchases, Span<PurchaseRow> refunds)
    {
        bool needsAll = !_isExact || _habits is not null || (_options.Refunds == RefundPolicy.NetAgainstOrder && !refunds.IsEmpty);
        if (needsAll)
        {
            PurchaseSorter.Canonical(purchases, reader);
            PurchaseSorter.Canonical(refunds, reader);
        }
        else
        {
            PurchaseSorter.ByDay(purchases);
        }
    }

    private NettedRefunds Net(Span<PurchaseRow> purchases, Span<PurchaseRow> refunds) => _options.Refunds switch
    {
        RefundPolicy.NetAgainstOrder when !refunds.IsEmpty => _orderRefunds.Apply(purchases, refunds, reader, Tally),
        RefundPolicy.NetAgainstRevenue when !purchases.IsEmpty => new NettedRefunds(purchases.Length, refunds.Length, refunds.Length),
        _ => new NettedRefunds(purchases.Length, 0, 0),
    };

    private void Count(Span<PurchaseRow> refunds, NettedRefunds net)
    {
        Tally.NettedRefunds += net.Netted;
        Tally.Refunds += refunds.Length - net.Netted;
        for (int i = 0; i < refunds.Length; i++)
        {
            if (i < net.Netted)
            {
                Tally.NettedRefundTotal += refunds[i].Amount;
            }
            else
            {
                Tally.RefundTotal += refunds[i].Amount;
            }
        }
    }

    private void Write(int customer, ReadOnlySpan<PurchaseRow> purchases, ReadOnlySpan<PurchaseRow> refunds)
    {
        int firstDay = purchases[0].Day;
        int day = -1;
        int days = 0;
        decimal revenue = 0;
        decimal firstRevenue = 0;
        foreach (ref readonly PurchaseRow row in purchases)
        {
            days += row.Day == day ? 0 : 1;
            day = row.Day;
            revenue += row.Amount;
            firstRevenue = day == firstDay ? revenue : firstRevenue;
            Tally.ZeroAmountsKept += row.Amount == 0 ? 1 : 0;
            Tally.OnAnotherDay += day == row.Ticks / TimeSpan.TicksPerDay ? 0 : 1;
        }

        decimal repeatRevenue = revenue - firstRevenue;
        foreach (ref readonly PurchaseRow refund in refunds)
        {
            revenue += refund.Amount;
            repeatRevenue += refund.Day > firstDay ? refund.Amount : 0;
        }

        int orders = _orders.Count(purchases, reader, days);
        Tally.Purchases += purchases.Length;
        Tally.Orders += orders;
        columns.FirstDay[customer] = firstDay;
        columns.LastDay[customer] = day;
        columns.Orders[customer] = orders;
        columns.Days[customer] = days;
        columns.Revenue[customer] = revenue;
        columns.RepeatRevenue[customer] = repeatRevenue;
    }
}
