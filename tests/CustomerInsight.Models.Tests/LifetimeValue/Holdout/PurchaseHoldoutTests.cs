using System.Globalization;
using static CustomerInsight.Models.Tests.Shop;

namespace CustomerInsight.Models.Tests;

public sealed class PurchaseHoldoutTests
{
    private static readonly DateTimeOffset Cut = new(2024, 11, 20, 12, 0, 0, TimeSpan.Zero);

    private static readonly PurchaseOptions KeepZeros = new() { KeepZeroAmounts = true };

    private static readonly Arbitrary<(CustomerActivity[] Activities, PurchaseOptions Options, DateTimeOffset Cut)> Drawn =
        (from drawn in DrawnPurchases.Any.Generator from hours in Gen.Choose(25, 1_900) select (drawn.Activities, drawn.Options, AsOf.AddHours(-hours))).ToArbitrary();

    [Fact]
    public void From_Customers_TellsWhatCameAfter()
    {
        CustomerHistory[] customers =
        [
            History("a", Bought("a", Cut.AddDays(-9), 10m), Bought("a", Cut.AddHours(-1), 1m), Bought("a", Cut.AddHours(1), 2m), Bought("a", Cut.AddDays(3), 4m), Bought("a", Cut.AddDays(3.1), 8m), Bought("a", Cut.AddDays(11), 1m)),
            History("b", Bought("b", Cut.AddDays(-2), 10m), Bought("b", Cut.AddHours(2), 3m)),
            History("c", Bought("c", Cut.AddDays(-2), 10m)),
            History("late", Bought("late", Cut.AddDays(2), 6m), Bought("late", Cut.AddDays(4), 6m)),
        ];

        var holdout = PurchaseHoldout.From(customers, Cut, Cut.AddDays(10));

        Assert.Equal(PurchaseTable.From(customers, Cut), holdout.Calibration);
        Assert.Equal(Duration.Days(10), holdout.Length);
        Assert.Equal([("a", 1, 14m), ("b", 1, 3m), ("c", 0, 0m)], holdout.Customers.Select(customer => (customer.Customer, customer.PurchaseDays, customer.Revenue)));
        Assert.Equal([1, 1, 0], holdout.Purchases);
        Assert.Equal(holdout.Calibration!.Customers.Select(customer => customer.Pattern), holdout.Patterns);
        Assert.Equal(new LaterCustomers(1, 2, 12m), holdout.Later);
        Assert.Equal([1, 0, 0], holdout.Late!);
        PurchaseTimeline timeline = holdout.Timeline!;
        Assert.Equal((new DateOnly(2024, 11, 11), 10), (timeline.FirstDay, timeline.CalibrationDays));
        Assert.Equal([1, 0, 0, 0, 0, 0, 0, 2, 0, 0], timeline.FirstPurchases);
        Assert.Equal([0, 0, 0, 0, 0, 0, 0, 0, 0, 2, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0], timeline.RepeatPurchases);
        Assert.Equal("3 customers, 2 purchase days in the 10 days after the calibration", holdout.ToString());
        Assert.DoesNotContain("late", holdout.Customers[0].ToString(), StringComparison.Ordinal);
    }

    /// <summary>More may be given back than bought, in summaries as in activities.</summary>
    [Fact]
    public void FromSummaries_NegativeRevenue_IsKept()
    {
        PurchaseTable table = Table(History("a", Bought("a", 3, 9m)));
        var holdout = PurchaseHoldout.FromSummaries(table, [0], [-4m], Duration.Days(7));

        Assert.Equal(-4m, holdout.Customers[0].Revenue);
        Assert.Throws<ArgumentException>(() => PurchaseHoldout.FromSummaries(table, [-1], [4m], Duration.Days(7)));
    }

    [Fact]
    public void From_AnyActivities_IsTheDifferenceOfTwoTables() => Prop.ForAll(Drawn, drawn =>
    {
        PurchaseOptions options = drawn.Options.Copy();
        options.Refunds = options.Refunds == RefundPolicy.NetAgainstOrder ? RefundPolicy.LeaveOut : options.Refunds;
        CustomerHistory[] customers = DrawnPurchases.Histories(drawn.Activities);
        var holdout = PurchaseHoldout.From(customers, drawn.Cut, AsOf, options);
        var before = PurchaseTable.From(customers, drawn.Cut, options);
        options.Currency = before.Currency;
        var after = PurchaseTable.From(customers, AsOf, options);
        PurchaseSummary[] later = [.. after.Customers.Where(customer => before.Find(customer.Customer) is null)];
        return holdout.Calibration == before
            && holdout.Customers.Select(customer => (customer.Customer, customer.PurchaseDays, customer.Revenue)).SequenceEqual(before.Customers.Select(customer =>
                (customer.Customer, after.Find(customer.Customer)!.Days - customer.Days, after.Find(customer.Customer)!.Revenue - customer.Revenue)))
            && holdout.Later.Customers == later.Length
            && holdout.Later.PurchaseDays == later.Sum(customer => customer.Days)
            && (options.Refunds != RefundPolicy.LeaveOut || holdout.Later.Revenue == later.Sum(customer => customer.Revenue));
    }).Check(Quick.Tests(500));

    [Fact]
    public void From_AnyActivities_TimelineAddsUp() => Prop.ForAll(Drawn, drawn =>
    {
        var holdout = PurchaseHoldout.From(DrawnPurchases.Histories(drawn.Activities), drawn.Cut, AsOf, drawn.Options);
        return holdout.Timeline is not { } timeline
            ? holdout.Patterns.Count == 0
            : timeline.FirstPurchases.Count == timeline.CalibrationDays
            && timeline.RepeatPurchases.Count == timeline.CalibrationDays + (int)holdout.Length.In(TimeUnit.Day)
            && timeline.FirstPurchases.Sum() == holdout.Patterns.Count
            && timeline.RepeatPurchases.Sum() == holdout.Patterns.Sum(pattern => pattern.Repeats) + holdout.Purchases.Sum()
            && holdout.Late!.Zip(holdout.Patterns).All(row => row.First >= 0 && row.First <= row.Second.Repeats);
    }).Check(Quick.Tests(500));

    [Fact]
    public void From_LogOrHistories_IsTheSame() => Prop.ForAll(Drawn, drawn =>
    {
        var log = new ActivityLog();
        foreach (CustomerActivity activity in drawn.Activities)
        {
            log.Add(activity);
        }

        var one = PurchaseHoldout.From(log, drawn.Cut, AsOf, drawn.Options);
        var other = PurchaseHoldout.From(DrawnPurchases.Histories(drawn.Activities.Reverse()), drawn.Cut, AsOf, drawn.Options);
        return one.Customers.SequenceEqual(other.Customers) && one.Timeline == other.Timeline && one.Later == other.Later;
    }).Check(Quick.Tests(200));

    /// <summary>A refund of an order of the calibration changes the calibration only, and that only from when it is known.</summary>
    [Fact]
    public void From_RefundOfAnEarlierOrder_IsNoLossOfTheHoldout()
    {
        var holdout = PurchaseHoldout.From(
            [History("a", Bought("a", Cut.AddDays(-9), 10m, "1"), Bought("a", Cut.AddDays(-3), 20m, "2"), Bought("a", Cut.AddDays(1), -20m, "2"), Bought("a", Cut.AddDays(2), 5m, "3"), Bought("a", Cut.AddDays(3), -1m, "3"))],
            Cut,
            Cut.AddDays(10),
            new PurchaseOptions { Refunds = RefundPolicy.NetAgainstOrder });

        Assert.Equal((30m, 1, 4m), (holdout.Customers[0].Calibration.Revenue, holdout.Customers[0].PurchaseDays, holdout.Customers[0].Revenue));
    }

    [Fact]
    public void FromPatterns_AnyOrder_IsTheSame()
    {
        RepeatPattern[] patterns = [new(2, 10, 20), new(0, 0, 30.5), new(2, 10, 20), new(1, 3, 20)];
        int[] purchases = [3, 0, 1, 2];

        var one = PurchaseHoldout.FromPatterns(patterns, purchases, Duration.Weeks(3));
        var other = PurchaseHoldout.FromPatterns([.. patterns.Reverse()], [.. purchases.Reverse()], Duration.Weeks(3));

        Assert.Equal(one.Patterns, other.Patterns);
        Assert.Equal([0, 2, 1, 3], one.Purchases);
        Assert.Equal(one.Purchases, other.Purchases);
        Assert.Null(one.Calibration);
        Assert.Null(one.Timeline);
        Assert.Empty(one.Customers);
    }

    [Fact]
    public void From_ImpossibleInput_SaysWhatToDo()
    {
        Assert.Contains("Give a later moment", Assert.Throws<ArgumentException>(() => PurchaseHoldout.From(new ActivityLog(), Cut, Cut.AddHours(1))).Message, StringComparison.Ordinal);
        Assert.Contains("Give one of at least 0 for each", Assert.Throws<ArgumentException>(() => PurchaseHoldout.FromPatterns([default], [-1], Duration.Days(1))).Message, StringComparison.Ordinal);
        Assert.Contains("Give one of at least 0 for each", Assert.Throws<ArgumentException>(() => PurchaseHoldout.FromSummaries(Table(History("a", Bought("a", 3, 1m))), [], [1m], Duration.Days(1))).Message, StringComparison.Ordinal);
        Assert.Contains("Give one for each", Assert.Throws<ArgumentException>(() => PurchaseHoldout.FromSummaries(Table(History("a", Bought("a", 3, 1m))), [1], [], Duration.Days(1))).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => PurchaseHoldout.FromPatterns([default], [1], Duration.Days(0)));
        Assert.Throws<ArgumentOutOfRangeException>(() => PurchaseHoldout.FromPatterns([default], [1], Duration.Forever));
        Assert.Throws<ArgumentException>(() => PurchaseHoldout.FromPatterns([new(0, 1, 1)], [1], Duration.Days(1)));
    }

    [Fact]
    public void From_NameThatTurnsOutShared_IsTold()
    {
        var log = new ActivityLog();
        log.Add(Bought("7", Cut.AddDays(-1), 1m));
        log.Add(Bought("7", Cut.AddDays(1), 1m) with { Customer = Identifier.ForRecord("other shop", "7") });

        Assert.Contains("Name customers of the log by what tells them apart", Assert.Throws<ArgumentException>(() => PurchaseHoldout.From(log, Cut, Cut.AddDays(5))).Message, StringComparison.Ordinal);
    }

    /// <summary>The reference has the published patterns of the 2,357 customers and their purchases in the 39 weeks after.</summary>
    [SharedFact]
    public void From_CdnowSample_IsThePublishedData()
    {
        var holdout = PurchaseHoldout.From(Cdnow.ReadSample(), Cdnow.CalibrationEnd, Cdnow.HoldoutEnd, KeepZeros);

        string[][] rows = [.. File.ReadLines(SharedData.Path("reference", "lifetime-value", "cdnow_golden_fixed_params.csv")).Skip(1).Select(line => line.Split(','))];
        Assert.Equal(2_357, rows.Length);
        Assert.Equal(
            rows.Select(row => (new RepeatPattern(Number(row[1]), Number(row[2]), Number(row[3])), Number(row[5]))),
            holdout.Patterns.Zip(holdout.Purchases));
        Assert.Equal(39, holdout.Length.In(TimeUnit.Week));
        Assert.Equal(0, holdout.Later.Customers);
        Assert.Equal(273 + 273, holdout.Timeline!.RepeatPurchases.Count);
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
