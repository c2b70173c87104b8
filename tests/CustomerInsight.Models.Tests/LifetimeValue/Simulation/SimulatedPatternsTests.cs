namespace CustomerInsight.Models.Tests;

public sealed class SimulatedPatternsTests
{
    private static readonly SimulatedPurchases Purchases =
        new PurchaseSimulator(new BgNbdModel(.2426, 4.4136, .7929, 2.4259, TimeUnit.Week)).Simulate(500, Duration.Weeks(27), Duration.Weeks(39));

    private static readonly SimulatedSpend Spend = new SpendSimulator(new GammaGammaModel(6.25, 3.74, 15.44)).Simulate(Purchases.Patterns);

    [Fact]
    public void Patterns_Cast_CannotBeWrittenTo()
    {
        Assert.False(Purchases.Patterns is RepeatPattern[]);
        Assert.False(Spend.Patterns is SpendPattern[]);
        Assert.Throws<NotSupportedException>(() => ((IList<RepeatPattern>)Purchases.Patterns)[0] = default);
        Assert.Throws<NotSupportedException>(() => ((IList<SpendPattern>)Spend.Patterns)[0] = default);
    }

    [Fact]
    public void Patterns_Fitted_AreNotCopied()
    {
        Assert.Same(ReadOnlyArray<RepeatPattern>.Of(Purchases.Patterns), ReadOnlyArray<RepeatPattern>.Of(Purchases.Patterns));
        Assert.Equal(new BgNbdEstimator().Fit([.. Purchases.Patterns]).Model, new BgNbdEstimator().Fit(Purchases.Patterns).Model);
        Assert.Equal(new GammaGammaEstimator().Fit([.. Spend.Patterns]).Model, new GammaGammaEstimator().Fit(Spend.Patterns).Model);
    }

    [Fact]
    public void MinimumRepeatCustomers_AboveThoseThereAre_RefusesTheFit()
    {
        int repeaters = Spend.Patterns.Count(static pattern => pattern.Purchases > 0);

        Assert.NotNull(new GammaGammaEstimator(new GammaGammaOptions { MinimumRepeatCustomers = repeaters }).Fit(Spend.Patterns).Model);
        Assert.Equal("too-few-repeat-customers", new GammaGammaEstimator(new GammaGammaOptions { MinimumRepeatCustomers = repeaters + 1 }).Fit(Spend.Patterns).Report.Warnings.Single().Code);
    }
}
