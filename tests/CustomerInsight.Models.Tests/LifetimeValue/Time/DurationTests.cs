namespace CustomerInsight.Models.Tests;

public sealed class DurationTests
{
    private static readonly IPurchaseModel[] All =
    [
        new BgNbdModel(.2426, 4.4136, .7929, 2.4259, TimeUnit.Week),
        new BgNbdModel(.53, 1.26, 1.29, 1.85, TimeUnit.Week, BgNbdVariant.Modified, 3),
        new ParetoNbdModel(.553, 10.578, .606, 11.669, TimeUnit.Week),
        new NbdModel(.385, 12.072, TimeUnit.Week),
    ];

    public static TheoryData<Duration> TooLong { get; } =
        [Duration.Years(1e306), Duration.Years(1e307), Duration.Days(1e300), Duration.Years(1_000_001), Duration.Days(-1), Duration.Days(double.NaN), Duration.Forever];

    public static TheoryData<IPurchaseModel> Models { get; } = [.. All];

    [Theory]
    [MemberData(nameof(TooLong))]
    public void Ask_ImpossibleTime_IsRefused(Duration ahead)
    {
        foreach (IPurchaseModel model in All)
        {
            Assert.Contains("at most 1,000,000 years", Assert.Throws<ArgumentOutOfRangeException>(() => model.ExpectedPurchases(ahead)).Message, StringComparison.Ordinal);
            Assert.Throws<ArgumentOutOfRangeException>(() => model.ExpectedPurchases(new RepeatPattern(3, 40, 50), ahead));
            Assert.Throws<ArgumentOutOfRangeException>(() => model.ProbabilityOf(2, ahead));
            Assert.Throws<ArgumentOutOfRangeException>(() => model.ExpectedPurchases([new RepeatPattern(3, 40, 50)], ahead));
        }

        Assert.Throws<ArgumentOutOfRangeException>(() => new BgBbModel(1, 1, 1, 1, ahead));
        Assert.Throws<ArgumentOutOfRangeException>(() => ContractModel.ShiftedBetaGeometric(1, 1, ahead));
        if (!ahead.IsForever)
        {
            Assert.Throws<ArgumentOutOfRangeException>(() => new LifetimeValueModel(new NbdModel(1, 1, TimeUnit.Day), new GammaGammaModel(2, 3, 4), "EUR", ahead, DiscountRate.None));
            Assert.Throws<ArgumentOutOfRangeException>(() => DiscountRate.Annual(0.1).FactorAt(ahead));
        }
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void Ask_LongestTime_IsAnswered(IPurchaseModel model)
    {
        var ahead = Duration.Years(1_000_000);
        var pattern = new RepeatPattern(3, 40, 50);
        var rate = DiscountRate.Annual(0.1);

        Assert.InRange(model.ExpectedPurchases(ahead), model.ExpectedPurchases(Duration.Years(100_000)), 1e9);
        Assert.InRange(model.ExpectedPurchases(pattern, ahead), model.ExpectedPurchases(pattern, Duration.Years(100_000)), 1e9);
        CloseTo.Relative(model.DiscountedPurchasesIfAlive(pattern, Duration.Forever, rate), model.DiscountedPurchasesIfAlive(pattern, ahead, rate), 1e-9);
        Assert.InRange(model.ProbabilityOf(pattern, 0, ahead), 0, 1);
        Assert.InRange(model.ProbabilityOf(pattern, 100, ahead), 0, 1);
    }
}
