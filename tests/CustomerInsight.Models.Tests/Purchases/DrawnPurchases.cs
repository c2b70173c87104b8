using static CustomerInsight.Models.Tests.Shop;

namespace CustomerInsight.Models.Tests;

/// <summary>Small shops drawn at random: few customers, many coincidences, every policy.</summary>
internal static class DrawnPurchases
{
    private static readonly TimeZoneInfo[] Zones =
    [
        TimeZoneInfo.Utc,
        TimeZoneInfo.CreateCustomTimeZone("east", TimeSpan.FromHours(8), "east", "east"),
        TimeZoneInfo.FindSystemTimeZoneById("America/New_York"),
    ];

    public static Gen<CustomerActivity> Activity { get; } =
        from customer in Gen.Elements("a", "b", "c", "客户", "aa")
        from hours in Gen.Choose(-2_000, 500)
        from cents in Gen.OneOf(Gen.Choose(-3, 3), Gen.Choose(-3_000, 3_000))
        from order in Gen.Elements(null, "1", "2", "3")
        from currency in Gen.Elements("EUR", "EUR", "EUR", "USD", "JPY")
        from type in Gen.Elements(ActivityTypes.Purchase, ActivityTypes.Purchase, ActivityTypes.Purchase, ActivityTypes.Purchase, "visit")
        from channel in Gen.Elements(null, "web", "store")
        from item in Gen.Elements(null, "x", "y", "z")
        from category in Gen.Elements(null, "food", "toys")
        from units in Gen.Choose(-1, 3)
        from id in Gen.Choose(0, 1_000_000)
        from source in Gen.Elements("shop", "other shop")
        from missing in Gen.Choose(0, 20)
        select Bought(customer, AsOf.AddHours(hours), missing == 0 ? null : cents / 100m, order, currency, id) with
        {
            Key = new RecordKey(source, $"{customer}-{id}-{hours}"),
            Type = type,
            Channel = channel,
            Item = item,
            Category = category,
            Quantity = units < 0 ? null : units,
        };

    public static Gen<PurchaseOptions> Options { get; } =
        from zone in Gen.Elements(Zones)
        from hour in Gen.Elements(0, 0, 4, 23)
        from sameDay in Gen.Elements(Enum.GetValues<SameDayPolicy>())
        from refunds in Gen.Elements(Enum.GetValues<RefundPolicy>())
        from zeros in Gen.Elements(true, false)
        from currency in Gen.Elements(null, "EUR", "USD")
        from rates in Gen.Elements(true, false)
        from habits in Gen.Elements(true, false)
        from threads in Gen.Elements(0, 1, 2)
        select new PurchaseOptions
        {
            TimeZone = zone,
            DayStartsAtHour = hour,
            SameDay = sameDay,
            Refunds = refunds,
            KeepZeroAmounts = zeros,
            Currency = currency,
            Rates = rates && currency is not null ? new Dictionary<string, decimal> { [currency == "EUR" ? "USD" : "EUR"] = 0.875m } : [],
            KeepCustomersWithoutPurchases = true,
            Habits = habits,
            MaxDegreeOfParallelism = threads,
        };

    public static Arbitrary<(CustomerActivity[] Activities, PurchaseOptions Options)> Any { get; } =
        (from activities in Activity.ArrayOf() from options in Options select (activities, options)).ToArbitrary();

    public static CustomerHistory[] Histories(IEnumerable<CustomerActivity> activities) =>
        [.. activities.GroupBy(activity => activity.Customer.Value).Select(own => new CustomerHistory(own.Key, null, [.. own]))];
}
