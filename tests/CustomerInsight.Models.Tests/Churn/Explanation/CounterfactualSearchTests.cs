namespace CustomerInsight.Models.Tests;

public sealed class CounterfactualSearchTests
{
    private static readonly TraitTable Traits = TraitTable.Create(["a", "b", "c", "d", "e"], null,
    [
        TraitColumn.Numbers("discount", [0, 5, 10, 15, 20]),
        TraitColumn.Texts("contract", ["monthly", "monthly", "yearly", "two-year", null]),
        TraitColumn.Flags("paperless", [true, false, null, true, false]),
        TraitColumn.Numbers("age", [40, 30, 20, 50, 60]),
    ]);

    private static readonly CustomerSnapshot Snapshot = new(Shop.AsOf, Traits);

    // Log-odds of a: 1.5 + 0.5 for the flag.
    private static readonly WeighedTraits Model = new(1.5, ("discount", null, -0.2), ("contract", "yearly", -1), ("contract", "two-year", -3), ("paperless", null, 0.5));

    [Fact]
    public void Find_SingleChanges_AreTheSmallestThatReach()
    {
        ValueList<CounterfactualHint> hints = Search(new("discount"), new("contract"), new("paperless")).Find(Snapshot, "a");

        Assert.Equal(2, hints.Count);
        Assert.All(hints, hint => Assert.True(hint.Reaches && hint.After < 0.5 && hint.Before > 0.85));
        FeatureChange discount = Assert.Single(hints[0].Changes);
        Assert.Equal(("discount", 15.0), (discount.Trait, discount.To.Number));
        Assert.Equal("two-year", Assert.Single(hints[1].Changes).To.Text);
        Assert.Equal("contract: 'monthly' → 'two-year' (88.1 % → 26.9 %)", hints[1].Describe());
    }

    [Fact]
    public void Find_NoSingleChangeReaches_AddsThemUp()
    {
        var search = new CounterfactualSearch(Model, Traits, [new("paperless"), new("contract") { Texts = ["yearly"] }, new("discount") { High = 5 }]);

        CounterfactualHint hint = Assert.Single(search.Find(Snapshot, "a"));

        // −1 for the contract, −1 for the discount and −0.5 for the flag: two of them leave just 0 or more.
        Assert.Equal(["contract", "discount", "paperless"], hint.Changes.Select(change => change.Trait).Order(StringComparer.Ordinal));
        Assert.True(hint.Reaches);
        Assert.Equal(1 / (1 + Math.Exp(0.5)), hint.After, 12);
    }

    [Fact]
    public void Find_LastChangeOfSeveral_IsTheSmallestThatReaches()
    {
        var search = new CounterfactualSearch(Model, Traits, [new("contract") { Texts = ["yearly"] }, new("discount") { High = 9 }], new CounterfactualOptions { Target = 0.4 });

        CounterfactualHint hint = Assert.Single(search.Find(Snapshot, "a"));

        Assert.Equal(9, hint.Changes[0].To.Number);
        Assert.Equal("yearly", hint.Changes[1].To.Text);
    }

    [Fact]
    public void Find_TargetOutOfReach_SaysHowFarItGets()
    {
        var search = new CounterfactualSearch(Model, Traits, [new("paperless")], new CounterfactualOptions { Target = 0.1 });

        CounterfactualHint hint = Assert.Single(search.Find(Snapshot, "a"));

        Assert.False(hint.Reaches);
        Assert.Equal(1 / (1 + Math.Exp(-1.5)), hint.After, 12);
    }

    [Fact]
    public void Find_WrongWayOnly_IsNoHint()
    {
        Assert.Empty(Search(new ActionableFeature("discount", ChangeDirection.Down)).Find(Snapshot, "b"));
        Assert.Empty(Search(new ActionableFeature("age")).Find(Snapshot, "a"));
        Assert.NotEmpty(Search(new ActionableFeature("discount", ChangeDirection.Up)).Find(Snapshot, "b"));
    }

    [Fact]
    public void Find_BelowTheTarget_IsNoHint() => Assert.Empty(Search(new ActionableFeature("discount")).Find(Snapshot, "d"));

    [Fact]
    public void Find_ModelOfPurchases_AsksWithTheCustomersPurchases()
    {
        PurchaseTable table = Shop.Drawn(20, 3);
        var model = new AliveChurnModel(new BgNbdModel(.2426, 4.4136, .7929, 2.4259, TimeUnit.Week), Duration.Days(30));
        var search = new CounterfactualSearch(model, table.ToTraits(), [new(PurchaseFeatures.Orders)], new CounterfactualOptions { Target = 0.01 });

        // It predicts, and no trait changes what it predicts.
        Assert.Empty(search.Find(new CustomerSnapshot(Shop.AsOf, table.ToTraits(), table), "c00003"));
    }

    [Fact]
    public void New_TraitThatCannotBe_IsRefused()
    {
        TraitTable dates = TraitTable.Create(["a"], null, [TraitColumn.Dates("since", [new DateOnly(2024, 1, 1)])]);

        Assert.Throws<ArgumentException>(() => Search(new ActionableFeature("none")));
        Assert.Throws<ArgumentException>(() => Search(new ActionableFeature("discount") { Low = 100, High = 5 }));
        Assert.Throws<ArgumentException>(() => Search(new ActionableFeature("discount") { Low = double.NaN }));
        Assert.Throws<ArgumentException>(() => Search(new ActionableFeature("discount", (ChangeDirection)7)));
        Assert.Throws<ArgumentException>(() => Search(new ActionableFeature("contract") { Texts = [null!] }));
        Assert.Throws<ArgumentException>(() => Search(new ActionableFeature("age"), new ActionableFeature("age")));
        Assert.Throws<ArgumentException>(() => new CounterfactualSearch(Model, dates, [new("since")]));
        Assert.Throws<ArgumentException>(() => new CounterfactualSearch(Model, Traits, [], new CounterfactualOptions { Target = 1 }));
        Assert.Throws<ArgumentException>(() => Search(new ActionableFeature("age")).Find(Snapshot, "nobody"));
    }

    private static CounterfactualSearch Search(params ActionableFeature[] features) => new(Model, Traits, ValueList.Create<ActionableFeature>(features));
}
