using static CustomerInsight.Models.Tests.Shop;

namespace CustomerInsight.Models.Tests;

public sealed class PurchaseTableTests
{
    [Fact]
    public void From_SeveralPurchases_SumsThemUp()
    {
        PurchaseSummary row = Assert.Single(Table(History(
            "a", Bought("a", 100, 10m, "1"), Bought("a", 100, 5m, "2"), Bought("a", 60, 20m, "3"), Bought("a", 60, 1m, "3"), Bought("a", 10, 9m))).Customers);

        Assert.Equal(new DateOnly(2024, 12, 31).AddDays(-100), row.FirstDay);
        Assert.Equal(new DateOnly(2024, 12, 31).AddDays(-10), row.LastDay);
        Assert.Equal(4, row.Orders);
        Assert.Equal(3, row.Days);
        Assert.Equal(45m, row.Revenue);
        Assert.Equal(30m, row.RepeatRevenue);
        Assert.Equal(15m, row.MeanRepeatRevenue);
        Assert.Equal((10, 100, 90, 2), (row.DaysSinceLast, row.TenureDays, row.ActiveDays, row.RepeatDays));
        Assert.Equal(new RepeatPattern(2, 90, 100), row.Pattern);
        Assert.Equal(new SpendPattern(2, 15), row.Spend);
    }

    [Fact]
    public void From_SameOrderNumberInTwoSources_CountsTwoOrders()
    {
        CustomerActivity here = Bought("a", 5, 10m, "1");
        CustomerActivity there = here with { Key = new RecordKey("other shop", "1") };

        Assert.Equal(2, Table(History("a", here, there)).Customers[0].Orders);
    }

    [Fact]
    public void From_PurchasesWithoutOrder_CountsOneADay() =>
        Assert.Equal(2, Table(History("a", Bought("a", 5, 10m), Bought("a", 5, 11m), Bought("a", 4, 12m))).Customers[0].Orders);

    [Fact]
    public void From_RefundsZerosAndMissingAmounts_LeavesOutAndCounts()
    {
        PurchaseTable table = Table(
            History("a", Bought("a", 9, 10m), Bought("a", 8, -4m), Bought("a", 7, 0m), Bought("a", 6, null)),
            History("b", Bought("b", 9, -2.5m)),
            History("c"),
            History("d", Bought("d", 3, 2_000_000_000_000_000_000m)));

        Assert.Equal(new PurchaseReport(1, 2, -6.5m, 1, 1, 1, [], 3) { Orders = 1 }, table.Report);
        Assert.Equal(["a"], table.Customers.Select(row => row.Customer));
        Assert.Equal(10m, table.Customers[0].Revenue);
        Assert.Equal(9, table.Customers[0].DaysSinceLast);
    }

    [Fact]
    public void From_ZeroAmountsKept_CountsThemAsPurchases()
    {
        var table = PurchaseTable.From([History("a", Bought("a", 9, 10m), Bought("a", 7, 0m))], AsOf, new PurchaseOptions { KeepZeroAmounts = true });

        Assert.Equal((2, 10m, 0L), (table.Customers[0].Days, table.Customers[0].Revenue, table.Report.ZeroAmounts));
    }

    [Fact]
    public void From_OtherActivityTypes_PassesThemOver()
    {
        CustomerActivity visit = Bought("a", 1, 99m) with { Type = "visit" };

        Assert.Equal(10m, Table(History("a", Bought("a", 9, 10m), visit)).Customers[0].Revenue);
    }

    [Fact]
    public void From_TwoCurrencies_NeverAddsThem()
    {
        PurchaseTable table = Table(
            History("a", Bought("a", 9, 10m, currency: "USD"), Bought("a", 8, 1m, currency: "GBP")),
            History("b", Bought("b", 9, 20m, currency: "USD")),
            History("c", Bought("c", 9, 7m, currency: "GBP"), Bought("c", 8, -7m, currency: "GBP"), Bought("c", 8, 7m, currency: "JPY")));

        Assert.Equal("GBP", table.Currency);
        Assert.Equal([1m, 7m], table.Customers.Select(row => row.Revenue));
        Assert.Equal([new CurrencyCount("JPY", 1, 1), new CurrencyCount("USD", 2, 2)], table.Report.OtherCurrencies);
        Assert.Equal(1, table.Report.CustomersWithoutPurchases);
        Assert.All(table.Customers, row => Assert.Equal("GBP", row.Currency));
    }

    [Fact]
    public void From_CurrencyNamed_TakesItEvenIfRare()
    {
        CustomerHistory[] customers = [History("a", Bought("a", 9, 10m, currency: "USD")), History("b", Bought("b", 9, 20m, currency: "USD"), Bought("b", 9, 3m))];

        var table = PurchaseTable.From(customers, AsOf, new PurchaseOptions { Currency = "EUR" });

        Assert.Equal(("EUR", 3m), (table.Currency, Assert.Single(table.Customers).Revenue));
    }

    [Fact]
    public void From_MoreRefundsThanPurchasesInACurrency_StillTakesThatOfMostPurchases()
    {
        PurchaseTable table = Table(
            History("a", Bought("a", 9, 10m, currency: "USD")),
            History("b", Bought("b", 9, -1m), Bought("b", 8, -1m)));

        Assert.Equal("USD", table.Currency);
    }

    [Fact]
    public void From_TimeZone_MovesTheDayBoundary()
    {
        TimeZoneInfo east = TimeZoneInfo.CreateCustomTimeZone("east", TimeSpan.FromHours(8), "east", "east");
        CustomerActivity late = Bought("a", new DateTimeOffset(2024, 3, 1, 15, 0, 0, TimeSpan.Zero), 1m);
        CustomerActivity later = Bought("a", new DateTimeOffset(2024, 3, 1, 17, 0, 0, TimeSpan.Zero), 1m);

        Assert.Equal(1, Table(History("a", late, later)).Customers[0].Days);
        PurchaseSummary row = PurchaseTable.From([History("a", late, later)], AsOf, new PurchaseOptions { TimeZone = east }).Customers[0];
        Assert.Equal((2, new DateOnly(2024, 3, 2), new DateOnly(2025, 1, 1)), (row.Days, row.LastDay, row.AsOfDay));
    }

    [Fact]
    public void From_NoCustomers_GivesAnEmptyTable()
    {
        PurchaseTable table = Table();

        Assert.Empty(table.Customers);
        Assert.Equal(Money.NoCurrency, table.Currency);
        Assert.Null(PurchaseTable.Empty.AsOfDay);
    }

    [Fact]
    public void From_TwoCustomersOfOneName_RefusesWithoutNamingThem()
    {
        ArgumentException error = Assert.Throws<ArgumentException>(() => Table(History("secret"), History("secret")));

        Assert.Contains("Join their activities", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void From_UnusableOption_SaysWhatToWrite()
    {
        ArgumentException error = Assert.Throws<ArgumentException>(() => PurchaseTable.From([], AsOf, new PurchaseOptions { Currency = "euro" }));

        Assert.Contains("three capital letters", error.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => PurchaseTable.From([], AsOf, new PurchaseOptions { TimeZone = null! }));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void FromSummaries_RowsOfATable_GiveItsRows(bool habits)
    {
        var table = PurchaseTable.From(DrawnHistories(50, 4), AsOf, new PurchaseOptions { Habits = habits });

        var again = PurchaseTable.FromSummaries(table.Customers.Reverse());

        Assert.Equal(table.Customers, again.Customers);
        Assert.Equal((table.AsOfDay, table.Currency, table.Report.Orders), (again.AsOfDay, again.Currency, again.Report.Orders));
    }

    [Fact]
    public void FromSummaries_RowsThatCannotBe_Refuses()
    {
        PurchaseSummary row = Table(History("a", Bought("a", 9, 10m), Bought("a", 8, 10m))).Customers[0];

        Assert.Contains("PurchaseTable.Empty", Refused().Message, StringComparison.Ordinal);
        Assert.Contains("Join them into one", Refused(row, row).Message, StringComparison.Ordinal);
        Assert.Contains("one currency", Refused(row, row with { Customer = "b", Currency = "USD" }).Message, StringComparison.Ordinal);
        Assert.Contains("as of one day", Refused(row, row with { Customer = "b", AsOfDay = row.AsOfDay.AddDays(1) }).Message, StringComparison.Ordinal);
        Assert.Contains("first ≤ last", Refused(row with { LastDay = row.FirstDay.AddDays(-1) }).Message, StringComparison.Ordinal);
        Assert.Contains("at least one order", Refused(row with { Orders = 0 }).Message, StringComparison.Ordinal);
        Assert.Contains("within 1 days", Refused(row with { Days = 1 }).Message, StringComparison.Ordinal);
        Assert.Contains("within 1 days", Refused(row with { Days = 3 }).Message, StringComparison.Ordinal);
        Assert.Contains("no customer", Refused(row with { Customer = " " }).Message, StringComparison.Ordinal);
        Assert.Contains("Element 2 is null", Refused(row, null!).Message, StringComparison.Ordinal);
        Assert.Contains("habits with all rows", Refused(row, PurchaseTable.From([History("b", Bought("b", 9, 10m))], AsOf, new PurchaseOptions { Habits = true }).Customers[0]).Message, StringComparison.Ordinal);

        static ArgumentException Refused(params ReadOnlySpan<PurchaseSummary> rows)
        {
            PurchaseSummary[] all = rows.ToArray();
            return Assert.Throws<ArgumentException>(() => PurchaseTable.FromSummaries(all));
        }
    }

    [Fact]
    public void ToString_Row_DoesNotNameTheCustomer() =>
        Assert.Equal("1 order(s) on 1 day(s)", Table(History("secret", Bought("secret", 3, 5m))).Customers[0].ToString());
}
