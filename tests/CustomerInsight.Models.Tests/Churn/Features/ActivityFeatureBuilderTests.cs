namespace CustomerInsight.Models.Tests;

public sealed class ActivityFeatureBuilderTests
{
    private static readonly ActivityFeatureOptions Short = new() { WindowDays = 10, HorizonDays = 20, Types = ["complaint"] };

    private static CustomerActivity Complained(string customer, int daysBefore) =>
        new(new RecordKey("desk", $"{customer}-{daysBefore}"), Identifier.ForRecord("shop", customer), "complaint", Shop.AsOf.AddDays(-daysBefore));

    private static double Number(CustomerSnapshot snapshot, string customer, string trait) =>
        snapshot.Features.Find(customer)![trait] is { IsMissing: false } value ? value.Number : double.NaN;

    [Fact]
    public void Build_AFewActivities_CountsThemAsDescribed()
    {
        CustomerHistory[] histories =
        [
            Shop.History(
                "a",
                Shop.Bought("a", 400, 10), Shop.Bought("a", 360, 10), Shop.Bought("a", 350, 10), Shop.Bought("a", 344, 10), Shop.Bought("a", 31, 7), Shop.Bought("a", 25, 5), Shop.Bought("a", 12, 30), Shop.Bought("a", 11, 10),
                Shop.Bought("a", 9, 8), Shop.Bought("a", 9, 1), Shop.Bought("a", 8, -5), Shop.Bought("a", 7, 0), Shop.Bought("a", -1, 100)),
            Shop.History("b", Complained("b", 15), Complained("b", 3), Complained("b", -2)),
            Shop.History("later", Shop.Bought("later", -1, 100)),
            Shop.History("new", Shop.Bought("new", 12, 10), Shop.Bought("new", 2, 10, currency: "USD")),
        ];

        CustomerSnapshot snapshot = new ActivityFeatureBuilder(Short).Build(histories, Shop.AsOf);

        Assert.Equal(["a", "b", "new"], snapshot.Features.Customers);
        Assert.Equal(new DateOnly(2024, 12, 31), snapshot.Features.AsOf);
        Assert.Equal((1, 9), (Number(snapshot, "a", ActivityFeatures.RecentPurchases), Number(snapshot, "a", ActivityFeatures.RecentRevenue)));
        Assert.Equal(Math.Log(2 / 3.0), Number(snapshot, "a", ActivityFeatures.PurchaseTrend), 1e-12);
        Assert.Equal(Math.Log(10 / 41.0), Number(snapshot, "a", ActivityFeatures.RevenueTrend), 1e-12);

        // From the fourth window back to the last: 1, 1, 2, 1 days.
        Assert.Equal(((-1.5 * 1) + (-.5 * 1) + (.5 * 2) + (1.5 * 1)) / 5, Number(snapshot, "a", ActivityFeatures.PurchaseSlope), 1e-12);
        int[] back = [400, 360, 350, 344, 31, 25, 12, 11, 9];
        Assert.Equal(Math.Log(back.Sum(static days => Math.Pow(2, -days * 3 / 10.0))), Number(snapshot, "a", ActivityFeatures.ShortMomentum), 1e-12);
        Assert.Equal(Math.Log(back.Sum(static days => Math.Pow(2, -days / 10.0))), Number(snapshot, "a", ActivityFeatures.LongMomentum), 1e-12);
        Assert.Equal(9 / (391 / 8.0), Number(snapshot, "a", ActivityFeatures.OverdueRatio), 1e-12);

        // A year before, the twenty days that follow are those 364 to 345 days back.
        Assert.Equal(2, Number(snapshot, "a", ActivityFeatures.SameSeasonPurchases));
        Assert.Equal(9, Number(snapshot, "a", PurchaseFeatures.RecencyDays));
        Assert.Equal((2, 1, 3), (Number(snapshot, "b", "complaint (count)"), Number(snapshot, "b", "complaint (recent)"), Number(snapshot, "b", "complaint (days since)")));
        Assert.Equal((0, double.NaN), (Number(snapshot, "a", "complaint (count)"), Number(snapshot, "a", "complaint (days since)")));
        Assert.Equal((0, double.NaN), (Number(snapshot, "b", PurchaseFeatures.Orders), Number(snapshot, "b", PurchaseFeatures.RecencyDays)));
        Assert.Equal(double.NaN, Number(snapshot, "b", ActivityFeatures.LongMomentum));
        Assert.Equal((0, double.NaN, double.NaN), (Number(snapshot, "new", ActivityFeatures.RecentPurchases), Number(snapshot, "new", ActivityFeatures.PurchaseTrend), Number(snapshot, "new", ActivityFeatures.OverdueRatio)));
        Assert.DoesNotContain(snapshot.Features.Schema.Traits, trait => trait.Name is PurchaseFeatures.ActiveDays or RunTraitNames.LastPurchase);
    }

    [Fact]
    public void Build_AnythingLater_ChangesNothing() => Prop.ForAll(Gen.Choose(0, 10_000).ToArbitrary(), seed =>
    {
        DateTimeOffset cutOff = Shop.AsOf.AddDays(-(seed % 300));
        CustomerHistory[] histories = Shop.DrawnHistories(40, (ulong)seed);
        var log = new ActivityLog();
        foreach (CustomerActivity activity in histories.SelectMany(static history => history.Activities).OrderBy(static activity => StableHash.Of(activity.Key.Id)))
        {
            log.Add(activity.Customer.Value, activity.At, activity.Value!.Value.Amount, "EUR");
        }

        var builder = new ActivityFeatureBuilder(new ActivityFeatureOptions { WindowDays = 30, ObservationDays = seed % 2 == 0 ? null : 200, PurchaseModel = new BgNbdModel(.24, 4.4, .8, 2.4, TimeUnit.Week) });
        CustomerSnapshot snapshot = builder.Build(log, cutOff);

        Assert.Equal(snapshot, builder.Build(log.Until(cutOff), cutOff));
        Assert.Equal(snapshot.Features, builder.Build(histories, cutOff).Features);
        Assert.Equal(snapshot.Features, builder.Build([.. histories.Reverse().Select(history => history with { Activities = [.. history.Activities.Where(activity => activity.At <= cutOff)] })], cutOff).Features);
    }).Check(Quick.Tests(20));

    [Fact]
    public void Build_WithAModelAndTheHostsTraits_HasThem()
    {
        CustomerHistory[] histories = Shop.DrawnHistories(300, 7);
        var options = new ActivityFeatureOptions
        {
            FittedPurchaseModel = PurchaseModelKind.BgNbd,
            Traits = static asOf => TraitTable.Create(["c00001", "nobody"], DateOnly.FromDateTime(asOf.UtcDateTime), [TraitColumn.Texts("tariff", ["gold", "silver"])]),
        };

        CustomerSnapshot snapshot = new ActivityFeatureBuilder(options).Build(histories, Shop.AsOf);
        CustomerSnapshot few = new ActivityFeatureBuilder(options).Build(histories[..2], Shop.AsOf);

        Assert.InRange(Number(snapshot, "c00001", RunTraitNames.ProbabilityAlive), 0, 1);
        Assert.InRange(Number(snapshot, "c00001", ActivityFeatures.ExpectedPurchases), 0, 100);
        Assert.Equal("gold", snapshot.Features.Find("c00001")!["tariff"].Text);
        Assert.Equal(-1, snapshot.Features.IndexOf("nobody"));
        Assert.Equal(double.NaN, Number(few, "c00001", RunTraitNames.ProbabilityAlive));
        Assert.Equal(snapshot.Features.Schema, few.Features.Schema);
    }

    [Fact]
    public void Build_NothingWithinTheObservation_IsARowOfNothing()
    {
        CustomerHistory[] histories = [Shop.History("a", Shop.Bought("a", 300, 10), Shop.Bought("a", 250, 10)), Shop.History("b", Shop.Bought("b", 300, 10), Shop.Bought("b", 5, 7))];
        var log = new ActivityLog();
        foreach (CustomerActivity activity in histories.SelectMany(static history => history.Activities))
        {
            log.Add(activity.Customer.Value, activity.At, activity.Value!.Value.Amount, "EUR");
        }

        var builder = new ActivityFeatureBuilder(new ActivityFeatureOptions { ObservationDays = 180 });
        CustomerSnapshot snapshot = builder.Build(histories, Shop.AsOf);

        Assert.Equal(["a", "b"], snapshot.Features.Customers);
        Assert.Equal(snapshot, builder.Build(log, Shop.AsOf));
        Assert.Equal((0, 0, double.NaN), (Number(snapshot, "a", PurchaseFeatures.Orders), Number(snapshot, "a", ActivityFeatures.RecentPurchases), Number(snapshot, "a", PurchaseFeatures.RecencyDays)));
        Assert.Equal((double.NaN, double.NaN), (Number(snapshot, "a", ActivityFeatures.PurchaseTrend), Number(snapshot, "a", ActivityFeatures.ShortMomentum)));
        Assert.Equal((1, 1, 5), (Number(snapshot, "b", PurchaseFeatures.Orders), Number(snapshot, "b", ActivityFeatures.RecentPurchases), Number(snapshot, "b", PurchaseFeatures.RecencyDays)));
    }

    [Fact]
    public void Options_ThatCannotBe_AreRefused()
    {
        Assert.Throws<ArgumentException>(() => new ActivityFeatureBuilder(new ActivityFeatureOptions { WindowDays = 0 }));
        Assert.Throws<ArgumentException>(() => new ActivityFeatureBuilder(new ActivityFeatureOptions { Types = ["purchase"] }));
        Assert.Throws<ArgumentException>(() => new ActivityFeatureBuilder(new ActivityFeatureOptions { Types = ["a", "a"] }));
        Assert.Throws<ArgumentException>(() => new ActivityFeatureBuilder(new ActivityFeatureOptions { Purchases = new PurchaseOptions { DayStartsAtHour = 24 } }));
        Assert.Throws<ArgumentException>(() => new ActivityFeatureBuilder(new ActivityFeatureOptions { PurchaseModel = new BgNbdModel(.24, 4.4, .8, 2.4, TimeUnit.Week), FittedPurchaseModel = PurchaseModelKind.Nbd }));
    }
}
