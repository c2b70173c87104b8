namespace CustomerInsight.Models.Tests;

/// <summary>What a customer bought, by the plain definition: slow and obvious.</summary>
internal sealed record PlainSummary(string Customer, DateOnly First, DateOnly Last, int Orders, int Days, decimal Revenue, decimal RepeatRevenue)
{
    public static IReadOnlyList<PlainSummary> Of(IEnumerable<CustomerHistory> customers, DateTimeOffset asOf, PurchaseOptions options, string currency) =>
        [.. customers.Select(customer => Of(customer, asOf, options, currency)).OfType<PlainSummary>().OrderBy(row => row.Customer, StringComparer.Ordinal)];

    public static DateOnly DayOf(DateTimeOffset at, PurchaseOptions options) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, options.TimeZone).DateTime.AddHours(-options.DayStartsAtHour));

    private static PlainSummary? Of(CustomerHistory customer, DateTimeOffset asOf, PurchaseOptions options, string currency)
    {
        var all = customer.Activities
            .Where(activity => activity.Type == ActivityTypes.Purchase && activity.At <= asOf && activity.Value is not null)
            .Select(activity => (activity, Amount: Convert(activity.Value!.Value, options, currency)))
            .Where(row => row.Amount is not null)
            .Select(row => (row.activity.At, Amount: row.Amount!.Value, Order: row.activity.Order is string order ? (row.activity.Key.Source, order) : ((string, string)?)null, Day: DayOf(row.activity.At, options)))
            .ToList();
        var purchases = all.Where(row => row.Amount > 0 || (row.Amount == 0 && options.KeepZeroAmounts)).ToList();
        var refunds = all.Where(row => row.Amount < 0).ToList();
        var applied = new List<(DateOnly Day, decimal Amount)>();
        if (options.Refunds == RefundPolicy.NetAgainstRevenue)
        {
            applied.AddRange(refunds.Select(refund => (refund.Day, refund.Amount)));
        }
        else if (options.Refunds == RefundPolicy.NetAgainstOrder)
        {
            foreach (var order in purchases.Where(row => row.Order is not null).GroupBy(row => row.Order).ToList())
            {
                var own = refunds.Where(refund => refund.Order == order.Key).ToList();
                if (own.Count > 0 && order.Sum(row => row.Amount) + own.Sum(row => row.Amount) <= 0)
                {
                    purchases.RemoveAll(row => row.Order == order.Key);
                }
                else
                {
                    applied.AddRange(own.Select(refund => (order.Min(row => row.Day), refund.Amount)));
                }
            }
        }

        if (purchases.Count == 0)
        {
            return null;
        }

        DateOnly first = purchases.Min(row => row.Day);
        int days = purchases.Select(row => row.Day).Distinct().Count();
        int orders = options.SameDay switch
        {
            SameDayPolicy.EachPurchase => purchases.Count,
            SameDayPolicy.OneADay => days,
            _ => purchases.Where(row => row.Order is not null).Select(row => row.Order).Distinct().Count()
                + purchases.Where(row => row.Order is null).Select(row => row.Day).Distinct().Count(),
        };
        return new PlainSummary(
            customer.Customer,
            first,
            purchases.Max(row => row.Day),
            orders,
            days,
            purchases.Sum(row => row.Amount) + applied.Sum(refund => refund.Amount),
            purchases.Where(row => row.Day > first).Sum(row => row.Amount) + applied.Where(refund => refund.Day > first).Sum(refund => refund.Amount));
    }

    private static decimal? Convert(Money money, PurchaseOptions options, string currency) =>
        money.Currency == currency ? money.Amount : options.Rates.TryGetValue(money.Currency, out decimal rate) ? money.Amount * rate : null;
}
