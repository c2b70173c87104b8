namespace CustomerInsight.Models.Tests;

public sealed class PurchaseModelExtensionsTests
{
    private static readonly RepeatPattern[] Patterns = [new(0, 0, 0), new(0, 0, 40), new(3, 20.5, 40), new(1, 40, 40), new(12, 100, 300)];

    public static TheoryData<IPurchaseModel> Models { get; } =
    [
        new BgNbdModel(.2426, 4.4136, .7929, 2.4259, TimeUnit.Week),
        new BgNbdModel(.53, 1.26, 1.29, 1.85, TimeUnit.Week, BgNbdVariant.Modified, 3),
        new ParetoNbdModel(.553, 10.578, .606, 11.669, TimeUnit.Week),
        new NbdModel(.385, 12.072, TimeUnit.Week),
    ];

    [Theory]
    [MemberData(nameof(Models))]
    public void Ask_ManyCustomers_AnswersAsForEach(IPurchaseModel model)
    {
        DiscountRate rate = DiscountRate.Annual(0.15);
        double[] alive = model.ProbabilitiesAlive(Patterns);
        double[] expected = model.ExpectedPurchases(Patterns, Duration.Weeks(39));
        double[] discounted = model.DiscountedPurchases([.. Patterns.Take(2), .. Patterns.Skip(2)], Duration.Weeks(39), rate);
        double[] forEver = model.DiscountedPurchases(Patterns, Duration.Forever, rate);

        for (int i = 0; i < Patterns.Length; i++)
        {
            CloseTo.Relative(model.ProbabilityAlive(Patterns[i]), alive[i], 1e-11);
            CloseTo.Relative(model.ExpectedPurchases(Patterns[i], Duration.Weeks(39)), expected[i], 1e-11);
            CloseTo.Relative(alive[i] * model.DiscountedPurchasesIfAlive(Patterns[i], Duration.Weeks(39), rate), discounted[i], 1e-11);
            CloseTo.Relative(alive[i] * model.DiscountedPurchasesIfAlive(Patterns[i], Duration.Forever, rate), forEver[i], 1e-11);
            Assert.True(discounted[i] < expected[i] && discounted[i] < forEver[i]);
        }
    }

    [Fact]
    public void Ask_ImpossibleInput_SaysWhatToDo()
    {
        IPurchaseModel model = new NbdModel(1, 1, TimeUnit.Day);

        Assert.Contains("Pattern 2 of 2 cannot be", Assert.Throws<ArgumentException>(() => model.ProbabilitiesAlive([default, new(0, 1, 2)])).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => model.ExpectedPurchases([default], Duration.Forever));
        Assert.Throws<ArgumentOutOfRangeException>(() => model.DiscountedPurchases([default], Duration.Days(-1), DiscountRate.None));
    }
}
