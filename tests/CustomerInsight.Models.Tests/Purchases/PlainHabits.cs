namespace CustomerInsight.Models.Tests;

/// <summary>How a customer buys, by the plain definition, for refunds left out and one currency.</summary>
internal static class PlainHabits
{
    public static bool Agree(CustomerHistory customer, DateTimeOffset asOf, PurchaseOptions options, string currency, PurchaseSummary row)
    {
        CustomerActivity[] own = [.. customer.Activities.Where(activity =>
            activity.Type == ActivityTypes.Purchase && activity.At <= asOf && activity.Value is Money money && money.Currency == currency)];
        CustomerActivity[] bought = [.. own.Where(activity => Amount(activity) > 0 || (Amount(activity) == 0 && options.KeepZeroAmounts))];
        CustomerActivity[] returned = [.. own.Where(activity => Amount(activity) < 0)];
        PurchaseHabits habits = row.Habits!;
        CustomerActivity[][] orders = Orders(bought, options);
        double[] gaps = Gaps([.. bought.Select(activity => PlainSummary.DayOf(activity.At, options)).Distinct().Order()]);
        decimal?[] units = [.. orders.Select(order => order.Any(activity => activity.Quantity is not null) ? order.Sum(activity => activity.Quantity ?? 0) : (decimal?)null)];
        var categories = bought.Where(activity => activity.Category is not null).GroupBy(activity => activity.Category!).ToDictionary(group => group.Key, group => (group.Count(), group.Sum(Amount)));
        return habits.LinesPerOrder == (double)bought.Length / orders.Length
            && habits.AmountPerOrder == bought.Sum(Amount) / orders.Length
            && Near(habits.UnitsPerOrder, units.Any(unit => unit is not null) ? (double)units.Where(unit => unit is not null).Average(unit => unit!.Value) : null)
            && habits.DistinctItems == bought.Select(activity => activity.Item).Where(item => item is not null).Distinct().Count()
            && categories.Count == habits.Categories.Count
            && habits.Categories.All(share => categories[share.Name] == (share.Count, share.Amount) && Near(share.Share, share.Count / (double)categories.Values.Sum(category => category.Item1)))
            && habits.Categories.Zip(habits.Categories.Skip(1)).All(pair => pair.First.Count > pair.Second.Count || (pair.First.Count == pair.Second.Count && string.CompareOrdinal(pair.First.Name, pair.Second.Name) < 0))
            && habits.Channels.Sum(share => share.Count) == orders.Count(order => order.Any(activity => activity.Channel is not null))
            && Shares(habits.Weekdays, orders, order => ((int)PlainSummary.DayOf(order.At, options).DayOfWeek + 6) % 7)
            && Shares(habits.Months, orders, order => PlainSummary.DayOf(order.At, options).Month - 1)
            && Shares(habits.Hours, orders, order => TimeZoneInfo.ConvertTime(order.At, options.TimeZone).Hour)
            && Near(habits.Gaps?.MeanDays, gaps.Length == 0 ? null : gaps.Average())
            && Near(habits.Gaps?.MedianDays, gaps.Length == 0 ? null : (gaps[(gaps.Length - 1) / 2] + gaps[gaps.Length / 2]) / 2)
            && Near(habits.Gaps?.Variation, gaps.Length == 0 ? null : Math.Sqrt(gaps.Average(gap => Math.Pow(gap - gaps.Average(), 2))) / gaps.Average())
            && habits.Returns == returned.Length
            && habits.ReturnAmount == -returned.Sum(Amount);
    }

    private static decimal Amount(CustomerActivity activity) => activity.Value!.Value.Amount;

    private static CustomerActivity[][] Orders(CustomerActivity[] bought, PurchaseOptions options) =>
        [.. bought.Select((activity, at) => (activity, at)).GroupBy(row => options.SameDay switch
        {
            SameDayPolicy.EachPurchase => ("each", string.Empty, row.at),
            SameDayPolicy.DistinctOrders when row.activity.Order is string order => (row.activity.Key.Source, order, 0),
            _ => ("day", string.Empty, PlainSummary.DayOf(row.activity.At, options).DayNumber),
        }).Select(order => order.Select(row => row.activity).OrderBy(activity => activity.At).ToArray())];

    private static double[] Gaps(DateOnly[] days) => [.. days.Zip(days.Skip(1)).Select(pair => (double)(pair.Second.DayNumber - pair.First.DayNumber)).Order()];

    private static bool Shares(ValueList<double> shares, CustomerActivity[][] orders, Func<CustomerActivity, int> place) =>
        shares.Select((share, at) => Near(share, orders.Count(order => place(order[0]) == at) / (double)orders.Length)).All(near => near);

    private static bool Near(double? left, double? right) => left is null == right is null && (left is null || Math.Abs(left.Value - right!.Value) <= 1e-9 * Math.Max(1, Math.Abs(left.Value)));
}
