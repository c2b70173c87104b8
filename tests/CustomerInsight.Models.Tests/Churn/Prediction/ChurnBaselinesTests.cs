namespace CustomerInsight.Models.Tests;

public sealed class ChurnBaselinesTests
{
    private static readonly CustomerHistory[] Customers = Shop.DrawnHistories(500, 21);

    /// <summary>To buy and not to buy are ranked by one rule, the other way round.</summary>
    [Fact]
    public void Fit_EventOrNoEvent_HasRulesThatAreAsGood()
    {
        ModelCard leaving = Card(new LabelOptions());
        ModelCard buying = Card(new LabelOptions { Target = LabelTarget.Event });

        Assert.Equal(["base rate", "recency", "Pareto/NBD"], leaving.Baselines.Select(one => one.Name));
        Assert.Equal(leaving.Baselines.Select(one => one.Name), buying.Baselines.Select(one => one.Name));
        Assert.All(leaving.Baselines.Zip(buying.Baselines), pair =>
        {
            Assert.Equal(pair.First.AreaUnderRoc, pair.Second.AreaUnderRoc, 1e-12);
            Assert.Equal(pair.First.LogLoss ?? 0, pair.Second.LogLoss ?? 0, 1e-9);
        });
        Assert.True(leaving.Baselines[1].AreaUnderRoc > 0.7);
    }

    [Fact]
    public void Fit_AnotherEvent_IsNotComparedWithThePurchaseModel()
    {
        CustomerHistory[] visitors = [.. Customers.Select((customer, number) => number % 3 == 0
            ? customer with { Activities = [.. customer.Activities, customer.Activities[0] with { Key = new RecordKey("shop", $"visit {number}"), Type = "visit", At = Shop.AsOf.AddDays(-10) }] }
            : customer)];

        ModelCard card = Card(new LabelOptions { Target = LabelTarget.Event, EventTypes = ["visit"] }, visitors);

        Assert.Equal(["base rate", "recency"], card.Baselines.Select(one => one.Name));
        Assert.Contains("churn within 90 days (visit)", card.Describe(), StringComparison.Ordinal);
    }

    [Fact]
    public void Fit_Gap_IsOnTheCard()
    {
        ChurnModel model = Fit(new LabelOptions { GapDays = 60, HorizonDays = 30 }, Customers);
        ModelCard card = model.Card;

        Assert.Equal((Duration.Days(60), Duration.Days(90)), (card.Gap, card.Horizon));
        Assert.Equal((LabelTarget.NoEvent, ActivityTypes.Purchase), (card.LabelTarget!.Value, Assert.Single(card.EventTypes)));
        Assert.Contains("churn from 60 days to 90 days after the cut-off (no purchase), by", card.Describe(), StringComparison.Ordinal);
        Assert.Contains("from 60 days to 90 days after the cut-off", model.ToString(), StringComparison.Ordinal);
        Assert.Null(card.Baselines[2].LogLoss);
        using var file = new MemoryStream();
        model.Save(file);
        file.Position = 0;
        Assert.Equal(model, ChurnModel.Load(file));
    }

    [Fact]
    public void Fit_WindowsThatBeginOtherwiseOrOtherEvents_AreRefused()
    {
        LabelledSnapshot now = Panel(new LabelOptions(), Customers, 90).Snapshots[0];

        foreach (LabelOptions other in (LabelOptions[])[new() { GapDays = 60, HorizonDays = 30 }, new() { Target = LabelTarget.Event }, new() { EventTypes = ["visit"] }])
        {
            LabelledSnapshot before = Panel(other, Customers, 180).Snapshots[0];
            Assert.Throws<ArgumentException>(() => new ChurnEstimator().Fit(new CustomerPanel([now, before])));
        }
    }

    [Fact]
    public void Given_TargetAndTypes_AreKept()
    {
        var labels = CustomerLabels.Given(Shop.AsOf, Shop.AsOf.AddDays(9), ["a"], [true], LabelTarget.Event, ["b", "a", "b"]);

        Assert.Equal(LabelTarget.Event, labels.Target);
        Assert.Equal(["a", "b"], labels.EventTypes);
        Assert.NotEqual(labels, CustomerLabels.Given(Shop.AsOf, Shop.AsOf.AddDays(9), ["a"], [true]));
    }

    private static ModelCard Card(LabelOptions labels, CustomerHistory[]? customers = null) => Fit(labels, customers ?? Customers).Card;

    private static ChurnModel Fit(LabelOptions labels, CustomerHistory[] customers) =>
        new ChurnEstimator(new ChurnOptions { Classifier = ChurnClassifier.Logistic, Folds = 2, MinimumOfEachKind = 10 }).Fit(Panel(labels, customers, 90)).Model!;

    private static CustomerPanel Panel(LabelOptions labels, CustomerHistory[] customers, int daysBefore) =>
        CustomerPanel.From(customers, [Shop.AsOf.AddDays(-daysBefore)], new ActivityFeatureBuilder(), Shop.AsOf, labels);
}
