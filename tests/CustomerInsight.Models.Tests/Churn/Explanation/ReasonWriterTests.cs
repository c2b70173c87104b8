namespace CustomerInsight.Models.Tests;

public sealed class ReasonWriterTests
{
    private static readonly TraitTable Traits = TraitTable.Create(["a", "b", "c"], null,
    [
        TraitColumn.Numbers(PurchaseFeatures.RecencyDays, [120, 10, 20]),
        TraitColumn.Numbers(PurchaseFeatures.MedianGapDays, [30, double.NaN, 4]),
        TraitColumn.Texts("contract", ["monthly", "yearly", null]),
        TraitColumn.Numbers("monthly_fee", [70.25, 20, 30]),
    ]);

    [Fact]
    public void Reasons_RecencyWithGap_SaysWhatIsUsual()
    {
        RiskReason reason = Assert.Single(new ReasonWriter().Reasons(Prediction((PurchaseFeatures.RecencyDays, 120, 1.5)), Traits.Row(0)));

        Assert.Equal("has not bought for 120 days, usually after 30: raises the risk", reason.Text);
        Assert.True(reason.Raises);
        Assert.Equal(Math.Exp(1.5), reason.OddsRatio, 12);
        Assert.Equal("recency_days raises the risk", reason.ToString());
    }

    [Fact]
    public void Reasons_PlaceNotKnown_TakesTheNextPhrase()
    {
        ChurnPrediction prediction = Prediction((PurchaseFeatures.RecencyDays, 10, -0.5));

        Assert.Equal("has not bought for 10 days, where 20 are typical: lowers the risk", Assert.Single(new ReasonWriter(typical: Traits).Reasons(prediction, Traits.Row(1))).Text);
        Assert.Equal("has not bought for 10 days: lowers the risk", Assert.Single(new ReasonWriter().Reasons(prediction, Traits.Row(1))).Text);
        Assert.Equal("has not bought for 10 days: lowers the risk", Assert.Single(new ReasonWriter().Reasons(prediction)).Text);
    }

    [Fact]
    public void Reasons_FeatureWithoutPhrase_IsSaidByNameAndValue()
    {
        var writer = new ReasonWriter(typical: Traits);

        Assert.Equal("monthly fee is 70.3, where 30 is typical: raises the risk", Assert.Single(writer.Reasons(Prediction(("monthly_fee", 70.25, 1)), Traits.Row(0))).Text);
        Assert.Equal("contract is 'monthly': raises the risk", Assert.Single(writer.Reasons(Prediction(("contract", double.NaN, 1)), Traits.Row(0))).Text);
        Assert.Equal("contract is not known: lowers the risk", Assert.Single(writer.Reasons(Prediction(("contract", double.NaN, -1)), Traits.Row(2))).Text);
    }

    [Fact]
    public void Reasons_Several_ComeByTheirEffect()
    {
        ChurnPrediction prediction = Prediction(("x", 1, 0.2), ("b", 2, -0.9), ("a", 3, 0.9), ("nothing", 4, 0));

        Assert.Equal(["a", "b", "x"], new ReasonWriter().Reasons(prediction, most: 9).Select(reason => reason.Feature));
        Assert.Equal(["a", "b"], new ReasonWriter().Reasons(prediction, most: 2).Select(reason => reason.Feature));
        Assert.Equal(["a", "x"], new ReasonWriter().Reasons(prediction, raisingOnly: true).Select(reason => reason.Feature));
    }

    [Fact]
    public void Reasons_OwnWords_TakePrecedence()
    {
        var writer = new ReasonWriter([new("contract", "合同为{value}"), .. ReasonPhrase.Purchases], raises: "风险升高", lowers: "风险降低");

        Assert.Equal("合同为'monthly': 风险升高", Assert.Single(writer.Reasons(Prediction(("contract", double.NaN, 1)), Traits.Row(0))).Text);
    }

    [Fact]
    public void Reasons_BraceThatDoesNotClose_IsText() => Assert.Equal(
        "a {value: raises the risk", Assert.Single(new ReasonWriter([new("x", "a {value")]).Reasons(Prediction(("x", 1, 1)))).Text);

    [Fact]
    public void Reasons_WithoutTraits_DoNotSayThatATextIsMissing() => Assert.Equal(
        ["contract: raises the risk", "has bought nothing that is known: lowers the risk"],
        [
            new ReasonWriter().Reasons(Prediction(("contract", double.NaN, 1)))[0].Text,
            new ReasonWriter().Reasons(Prediction((ActivityFeatures.ShortMomentum, double.NaN, -1)), TraitTable.Create(["a"], null, [TraitColumn.Numbers(ActivityFeatures.ShortMomentum, [double.NaN])]).Row(0))[0].Text,
        ]);

    [Theory]
    [InlineData(AliveFeatures.SilenceLogOdds, -1.5, "by its rhythm buys nothing within the horizon with a chance of 18.2 %, where 50 % is typical")]
    [InlineData(RunTraitNames.ProbabilityAlive, .25, "still buys with a chance of 25 %, where 0 % is typical")]
    [InlineData(ActivityFeatures.ShortMomentum, .69314718, "bought on 2 days of late, those longer ago counting less and less, where 1 are typical")]
    [InlineData(ActivityFeatures.PurchaseTrend, -.69314718, "buys about 0.5 times as often lately as in the window before")]
    [InlineData("complaint (days since)", 12, "last did 'complaint' 12 days ago, where 0 is typical")]
    [InlineData("complaint (recent)", 3, "did 'complaint' 3 times lately, where 0 is typical")]
    [InlineData("complaint (count)", 4, "did 'complaint' 4 times, where 0 is typical")]
    public void Reasons_FeaturesOfActivitiesAndModels_AreInWords(string feature, double value, string said)
    {
        TraitTable table = TraitTable.Create(["a", "b", "c"], null, [TraitColumn.Numbers(feature, [value, 0, 0])]);

        Assert.Equal($"{said}: raises the risk", Assert.Single(new ReasonWriter(typical: table).Reasons(Prediction((feature, value, 1)), table.Row(0))).Text);
        Assert.StartsWith(said.Split(", where")[0] + ": ", Assert.Single(new ReasonWriter().Reasons(Prediction((feature, value, 1)))).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Reasons_FormatThatIsNone_TakesTheNextPhrase() => Assert.Equal(
        "b 1: raises the risk", Assert.Single(new ReasonWriter([new("x", "a {value:loud}"), new("x", "b {value}")]).Reasons(Prediction(("x", 1, 1)))).Text);

    [Fact]
    public void New_PhraseOfNothing_IsRefused() => Assert.Throws<ArgumentException>(() => new ReasonWriter([new(" ", "says")]));

    private static ChurnPrediction Prediction(params (string Feature, double Value, double LogOdds)[] contributions) =>
        new("a", 0.5, 0, ValueList.From(contributions.Select(one => new FeatureContribution(one.Feature, one.Value, one.LogOdds))));
}
