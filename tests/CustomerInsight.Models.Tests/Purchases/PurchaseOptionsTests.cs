using static CustomerInsight.Models.Tests.Shop;

namespace CustomerInsight.Models.Tests;

public sealed class PurchaseOptionsTests
{
    private static readonly DateTimeOffset Noon = new(2024, 6, 5, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(SameDayPolicy.DistinctOrders, 3)]
    [InlineData(SameDayPolicy.OneADay, 2)]
    [InlineData(SameDayPolicy.EachPurchase, 4)]
    public void SameDay_TwoLinesOfOneOrderAndTwoOrdersOfADay_CountsByThePolicy(SameDayPolicy policy, int orders)
    {
        PurchaseTable table = From(new() { SameDay = policy }, Bought("a", 9, 1m, "1"), Bought("a", 9, 2m, "1"), Bought("a", 9, 3m, "2"), Bought("a", 5, 4m, "3"));

        Assert.Equal((orders, 2, 4L, (long)orders), (table.Customers[0].Orders, table.Customers[0].Days, table.Report.Purchases, table.Report.Orders));
    }

    [Fact]
    public void DayStartsAtHour_BeforeIt_BelongsToTheDayBefore()
    {
        var options = new PurchaseOptions { DayStartsAtHour = 4, Habits = true };

        PurchaseTable table = From(options, Bought("a", Noon, 1m), Bought("a", Noon.AddHours(15), 2m), Bought("a", Noon.AddHours(16), 3m));

        PurchaseSummary row = table.Customers[0];
        Assert.Equal((2, new DateOnly(2024, 6, 5), new DateOnly(2024, 6, 6)), (row.Days, row.FirstDay, row.LastDay));
        Assert.Equal(1, table.Report.OnAnotherDay);

        // The weekday is that of the day it counts on, the hour that of the clock.
        Assert.Equal([0, 0, 0.5, 0.5, 0, 0, 0], row.Habits!.Weekdays);
        Assert.Equal(0.5, row.Habits.Hours[12]);
        Assert.Equal(0.5, row.Habits.Hours[4]);
    }

    [Fact]
    public void TimeZone_WithDaylightSaving_TakesTheOffsetOfTheMoment()
    {
        var options = new PurchaseOptions { TimeZone = TimeZoneInfo.FindSystemTimeZoneById("America/New_York") };

        // 04:30 UTC is half past midnight in summer and half past eleven of the day before in winter.
        PurchaseTable table = From(
            options,
            Bought("a", new DateTimeOffset(2024, 7, 2, 4, 30, 0, TimeSpan.Zero), 1m),
            Bought("a", new DateTimeOffset(2024, 12, 2, 4, 30, 0, TimeSpan.Zero), 1m));

        Assert.Equal((new DateOnly(2024, 7, 2), new DateOnly(2024, 12, 1)), (table.Customers[0].FirstDay, table.Customers[0].LastDay));
        Assert.Equal(1, table.Report.OnAnotherDay);
    }

    [Theory]
    [InlineData(RefundPolicy.LeaveOut, 60, 30, 3, 3, 0)]
    [InlineData(RefundPolicy.NetAgainstRevenue, 31, 6, 3, 0, 3)]
    [InlineData(RefundPolicy.NetAgainstOrder, 35, 0, 2, 1, 2)]
    public void Refunds_ByPolicy_LeaveOutOrNet(RefundPolicy policy, int revenue, int repeat, int orders, int leftOut, int netted)
    {
        PurchaseTable table = From(
            new() { Refunds = policy },
            Bought("a", 9, 10m, "1"),
            Bought("a", 9, 20m, "2"),
            Bought("a", 5, 30m, "3"),
            Bought("a", 9, -5m, "2"),
            Bought("a", 4, -20m, "3") with { Order = null },
            Bought("a", 3, -4m, policy == RefundPolicy.NetAgainstOrder ? "1" : null));

        if (policy == RefundPolicy.NetAgainstOrder)
        {
            // Of the order 3 nothing is left once it is given back whole.
            table = From(new() { Refunds = policy }, Bought("a", 9, 10m, "1"), Bought("a", 9, 30m, "2"), Bought("a", 5, 30m, "3"), Bought("a", 9, -5m, "2"), Bought("a", 4, -30m, "3"), Bought("a", 3, -4m, "9"));
            Assert.Equal((1L, 1L, -35m), (table.Report.RefundedOrders, table.Report.RefundedPurchases, table.Report.NettedRefundTotal));
        }

        PurchaseSummary row = table.Customers[0];
        Assert.Equal(((decimal)revenue, (decimal)repeat, orders), (row.Revenue, row.RepeatRevenue, row.Orders));
        Assert.Equal(((long)leftOut, (long)netted), (table.Report.Refunds, table.Report.NettedRefunds));
    }

    [Fact]
    public void Refunds_MoreThanBought_FallBelowZeroButSpendDoesNot()
    {
        PurchaseSummary row = From(new() { Refunds = RefundPolicy.NetAgainstRevenue }, Bought("a", 9, 10m), Bought("a", 8, 10m), Bought("a", 7, -50m)).Customers[0];

        Assert.Equal((-30m, -40m, -40m), (row.Revenue, row.RepeatRevenue, row.MeanRepeatRevenue));
        Assert.Equal(new SpendPattern(1, 0), row.Spend);
    }

    [Fact]
    public void Refunds_OfSomeoneWithoutPurchases_AreLeftOut()
    {
        PurchaseTable table = From(new() { Refunds = RefundPolicy.NetAgainstRevenue }, Bought("a", 9, -10m));

        Assert.Equal((1L, -10m, 0L, 1), (table.Report.Refunds, table.Report.RefundTotal, table.Report.NettedRefunds, table.Report.CustomersWithoutPurchases));
    }

    [Fact]
    public void Rates_OtherCurrencies_AreConvertedAndCounted()
    {
        var options = new PurchaseOptions { Currency = "EUR", Rates = new Dictionary<string, decimal> { ["USD"] = 0.5m, ["JPY"] = 0.01m } };

        PurchaseTable table = From(options, Bought("a", 9, 10m), Bought("a", 8, 10m, currency: "USD"), Bought("a", 7, -2m, currency: "USD"), Bought("a", 6, 3m, currency: "GBP"));

        Assert.Equal(15m, table.Customers[0].Revenue);
        Assert.Equal([new CurrencyCount("USD", 2, 1)], table.Report.Converted);
        Assert.Equal([new CurrencyCount("GBP", 1, 1)], table.Report.OtherCurrencies);
        Assert.Equal(-1m, table.Report.RefundTotal);
    }

    [Fact]
    public void CustomersWithoutPurchases_Kept_AreListedButNoRows()
    {
        CustomerHistory[] customers = [History("b", Bought("b", 9, -1m)), History("a", Bought("a", 9, 1m)), History("c")];

        var table = PurchaseTable.From(customers, AsOf, new PurchaseOptions { KeepCustomersWithoutPurchases = true });

        Assert.Equal(["a"], table.Customers.Select(row => row.Customer));
        Assert.Equal(["b", "c"], table.WithoutPurchases);
        Assert.Empty(PurchaseTable.From(customers, AsOf).WithoutPurchases);
        Assert.Equal(2, table.Report.CustomersWithoutPurchases);
    }

    [Fact]
    public void CategoryOfItem_PurchasesWithoutCategory_AreAsked()
    {
        var options = new PurchaseOptions { Habits = true, CategoryOfItem = item => item == "pear" ? "fruit" : null, LargestShares = 1 };

        PurchaseHabits habits = From(
            options,
            Bought("a", 9, 1m) with { Item = "pear" },
            Bought("a", 8, 2m) with { Item = "pear", Category = "gift" },
            Bought("a", 7, 3m) with { Item = "pear" },
            Bought("a", 7, 3m) with { Item = "nail" }).Customers[0].Habits!;

        Assert.Equal([new HabitShare("fruit", 2, 4m, 2 / 3.0)], habits.Categories);
        Assert.Equal("fruit", habits.FavouriteCategory);
        Assert.Equal(2, habits.DistinctItems);
        Assert.Null(habits.FavouriteChannel);
    }

    [Fact]
    public void HugeAndTinyAmounts_InAnyOrder_AddUpTheSame()
    {
        decimal[] amounts = [1_000_000_000_000_000_000m, 0.0000000001234567890123m, 1e12m, 0.1m, 0.0000000000000000000000000003m, 7m];
        CustomerActivity[] bought = [.. amounts.Select((amount, i) => Bought("a", AsOf.AddDays(-9), amount, id: i))];

        Assert.Equal(From(new(), bought), From(new(), [.. bought.Reverse()]));
    }

    [Theory]
    [MemberData(nameof(Unusable))]
    public void Options_Unusable_SayWhatToSet(PurchaseOptions options, string message) =>
        Assert.Contains(message, Assert.Throws<ArgumentException>(() => PurchaseTable.From(new ActivityLog(), AsOf, options)).Message, StringComparison.Ordinal);

    public static TheoryData<PurchaseOptions, string> Unusable => new()
    {
        { new() { DayStartsAtHour = 24 }, "DayStartsAtHour must be between 0 and 23" },
        { new() { LargestShares = 0 }, "LargestShares must be between 1 and 1000" },
        { new() { MaxDegreeOfParallelism = -1 }, "MaxDegreeOfParallelism must be between 0 and 1024" },
        { new() { SameDay = (SameDayPolicy)7 }, "Choose one of DistinctOrders, OneADay, EachPurchase" },
        { new() { Refunds = (RefundPolicy)7 }, "Choose one of LeaveOut, NetAgainstRevenue, NetAgainstOrder" },
        { new() { Rates = new Dictionary<string, decimal> { ["USD"] = 1 } }, "Name it in Currency" },
        { new() { Currency = "EUR", Rates = new Dictionary<string, decimal> { ["EUR"] = 1 } }, "Name other currencies than Currency" },
        { new() { Currency = "EUR", Rates = new Dictionary<string, decimal> { ["USD"] = 0 } }, "The rate of USD is 0" },
        { new() { Rates = null! }, "Rates" },
    };

    private static PurchaseTable From(PurchaseOptions options, params ReadOnlySpan<CustomerActivity> activities) => PurchaseTable.From([History("a", activities)], AsOf, options);
}
