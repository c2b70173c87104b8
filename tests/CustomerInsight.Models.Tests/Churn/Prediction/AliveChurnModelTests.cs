namespace CustomerInsight.Models.Tests;

public sealed class AliveChurnModelTests
{
    private static readonly Duration Horizon = Duration.Days(90);
    private static readonly BgNbdModel Buying = new(.2426, 4.4136, .7929, 2.4259, TimeUnit.Week);

    [Fact]
    public void Predict_EveryCustomer_IsTheChanceOfNoPurchase()
    {
        PurchaseTable table = Shop.Drawn(200, 5);
        var model = new AliveChurnModel(Buying, Horizon);

        IReadOnlyList<ChurnPrediction> predictions = model.Predict(Snapshot(table, table.ToTraits()));

        Assert.Equal(table.Customers.Select(customer => customer.Customer), predictions.Select(prediction => prediction.Customer));
        Assert.All(predictions.Zip(table.Customers), pair =>
        {
            CloseTo.Relative(1 - Buying.ProbabilityActive(pair.Second.Pattern, Horizon), pair.First.Probability!.Value, 1e-9);
            Assert.Equal(model.Probability(pair.Second.Pattern), pair.First.Probability!.Value, 1e-12);
        });
    }

    [Fact]
    public void Predict_EveryModelAndCustomer_AddsUp() => Assert.All(LawModels.All, purchases =>
    {
        PurchaseTable table = Shop.Drawn(60, 6);

        Assert.All(new AliveChurnModel(purchases, Horizon).Predict(Snapshot(table, table.ToTraits())), prediction =>
        {
            double logOdds = prediction.Baseline + prediction.Contributions.Sum(contribution => contribution.LogOdds);
            Assert.Equal(Math.Log(prediction.Probability!.Value / (1 - prediction.Probability.Value)), logOdds, 1e-6 * (1 + Math.Abs(logOdds)));
        });
    });

    [Fact]
    public void Predict_LongerSilence_IsHigherRisk()
    {
        var model = new AliveChurnModel(Buying, Horizon);
        double[] risks = [.. Enumerable.Range(0, 20).Select(weeks => model.Probability(new RepeatPattern(6, 100, 100 + (weeks * 7))))];

        Assert.Equal(risks.Order(), risks);
        Assert.True(risks[^1] > risks[0] + 0.3);
    }

    [Fact]
    public void Predict_CustomerWhoNeverBought_HasNoChance()
    {
        PurchaseTable table = Shop.Drawn(5, 7);
        TraitTable features = table.ToTraits(["c00001", "zzz"]);

        IReadOnlyList<ChurnPrediction> predictions = new AliveChurnModel(Buying, Horizon).Predict(Snapshot(table, features));

        Assert.NotNull(predictions[0].Probability);
        Assert.Null(predictions[1].Probability);
        Assert.Empty(predictions[1].Contributions);
        Assert.Equal("no churn prediction", predictions[1].ToString());
    }

    [Fact]
    public void Predict_NoPurchases_IsRefused() => Assert.Contains(
        nameof(PurchaseTable), Assert.Throws<ArgumentException>(() => new AliveChurnModel(Buying, Horizon).Predict(new CustomerSnapshot(Shop.AsOf, TraitTable.Empty))).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NaN)]
    public void New_HorizonOutOfRange_IsRefused(double days) => Assert.Throws<ArgumentOutOfRangeException>(() => new AliveChurnModel(Buying, Duration.Days(days)));

    [Fact]
    public void Load_Saved_IsEqual() => Assert.All(
        new IPurchaseModel[] { Buying, new ParetoNbdModel(.553, 10.578, .606, 11.669, TimeUnit.Week), new NbdModel(3, .5, TimeUnit.Month) }, purchases =>
        {
            var model = new AliveChurnModel(purchases, Duration.Weeks(13));
            using var file = new MemoryStream();
            model.Save(file);
            file.Position = 0;

            Assert.Equal(model, AliveChurnModel.Load(file));
        });

    private static CustomerSnapshot Snapshot(PurchaseTable table, TraitTable features) => new(Shop.AsOf, features, table);
}
