using static CustomerInsight.Models.Tests.Shop;

namespace CustomerInsight.Models.Tests;

public sealed class PurchaseFeaturesTests
{
    private static readonly PurchaseTable Plain = PurchaseTable.From(Customers(), AsOf, new PurchaseOptions { KeepCustomersWithoutPurchases = true });
    private static readonly PurchaseTable WithHabits = PurchaseTable.From(Customers(), AsOf, new PurchaseOptions { KeepCustomersWithoutPurchases = true, Habits = true });

    [Fact]
    public void ToFeatures_NothingChosen_GivesRecencyOrdersAndRevenue()
    {
        FeatureMatrix features = Plain.ToFeatures();

        Assert.Equal(["recency_days", "orders", "revenue"], features.Columns);
        Assert.Equal(["a", "c"], features.Customers);
        Assert.Equal([10, 2, 30, 3, 1, 5], features.Values.ToArray());
    }

    [Fact]
    public void ToFeatures_WithoutPurchases_AreRowsInOrder()
    {
        FeatureMatrix features = Plain.ToFeatures(withoutPurchases: true);

        Assert.Equal(["a", "b", "c", "d"], features.Customers);
        Assert.Equal([double.NaN, 0, 0], features.Row(1).ToArray());
        Assert.Equal([3, 1, 5], features.Row(2).ToArray());
    }

    [Fact]
    public void ToFeatures_EveryName_GivesTheRowsNumbers()
    {
        FeatureMatrix features = WithHabits.ToFeatures([.. PurchaseFeatures.OfEveryTable, .. PurchaseFeatures.OfHabits]);

        Assert.Equal([10, 20, 10, 2, 2, 30, 20, 15, 1.5, 2, 2, 10, 10, 0, 1, 4 / 30.0, 0.5, 1, 0.5], features.Row(0).ToArray());
        Assert.Equal(features.Columns.Count, features.Columns.Distinct().Count());
    }

    [Fact]
    public void ToFeatures_UnknownOrMissing_SaysWhatToDo()
    {
        Assert.Contains("Use the names in PurchaseFeatures", Assert.Throws<ArgumentException>(() => Plain.ToFeatures(["size"])).Message, StringComparison.Ordinal);
        Assert.Contains("PurchaseOptions.Habits", Assert.Throws<ArgumentException>(() => Plain.ToFeatures([PurchaseFeatures.ReturnShare])).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => Plain.ToFeatures(["orders", "orders"]));
    }

    [Fact]
    public void ToTraits_Table_TellsOfThoseWithoutPurchasesToo()
    {
        TraitTable traits = WithHabits.ToTraits();

        Assert.Equal(["a", "b", "c", "d"], traits.Customers);
        Assert.Equal([2, 0, 1, 0], traits["orders"]!.Read(value => value.Number));
        Assert.Equal([10, null, 3, null], traits["recency_days"]!.Read(value => value.Number));
        Assert.Equal([new DateOnly(2024, 12, 21), null, new DateOnly(2024, 12, 28), null], traits["last_purchase"]!.Read(value => value.Date));
        Assert.Equal(["store", null, null, null], traits[RunTraitNames.FavouriteChannel]!.ReadText(value => value.Text));
        Assert.Equal("food", traits[RunTraitNames.FavouriteCategory]![0].Text);
        Assert.Null(Plain.ToTraits()[RunTraitNames.FavouriteCategory]);
    }

    [Fact]
    public void Find_Customer_GivesItsRow()
    {
        Assert.Equal(30m, Plain.Find("a")!.Revenue);
        Assert.Null(Plain.Find("b"));
        Assert.Equal(Plain.Customers[1], Plain.Find("c"));
    }

    private static CustomerHistory[] Customers() =>
    [
        History(
            "a",
            Bought("a", 20, 6m, "1") with { Category = "food", Channel = "web", Item = "x", Quantity = 2 },
            Bought("a", 20, 4m, "1") with { Item = "y", Quantity = 1 },
            Bought("a", 10, 20m, "2") with { Category = "food", Channel = "store", Item = "x", Quantity = 1 },
            Bought("a", 9, -4m)),
        History("b"),
        History("c", Bought("c", 3, 5m)),
        History("d", Bought("d", 3, -5m)),
    ];
}
