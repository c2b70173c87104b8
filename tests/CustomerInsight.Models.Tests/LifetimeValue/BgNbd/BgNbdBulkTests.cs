namespace CustomerInsight.Models.Tests;

public sealed class BgNbdBulkTests
{
    private static readonly RepeatPattern[] Patterns =
    [
        .. Shop.Drawn(8, 3).Customers.Select(customer => customer.Pattern),
        default, new(1, 0, 0), new(1, 0, 30_000), new(1, 30_000, 30_000), new(1_500, 900.5, 1_000), new(40, 1, 900), new(0, 0, 1e5),
    ];

    public static TheoryData<BgNbdVariant, int> Models => new()
    {
        { BgNbdVariant.Standard, 1 },
        { BgNbdVariant.Modified, 1 },
        { BgNbdVariant.Standard, 2 },
        { BgNbdVariant.Modified, 3 },
    };

    [Theory]
    [MemberData(nameof(Models))]
    public void Bulk_ManyCustomers_IsEachAlone(BgNbdVariant variant, int regularity)
    {
        var model = new BgNbdModel(.6, 4, .8, 2.4, TimeUnit.Week, variant, regularity);
        IBulkPurchaseModel bulk = model;
        double[] results = new double[Patterns.Length];
        bulk.ProbabilitiesAlive(Patterns, results);
        AssertEach(model.ProbabilityAlive, results);

        foreach ((Duration ahead, DiscountRate rate) in new[]
        {
            (Duration.Weeks(39), DiscountRate.None), (Duration.Years(1), DiscountRate.Annual(.1)), (Duration.Forever, DiscountRate.Annual(.1)),
        })
        {
            bulk.DiscountedPurchasesIfAlive(Patterns, ahead, rate, results);
            AssertEach(pattern => model.DiscountedPurchasesIfAlive(pattern, ahead, rate), results);
        }
    }

    [Theory]
    [InlineData(BgNbdVariant.Standard, 1)]
    [InlineData(BgNbdVariant.Modified, 2)]
    public void Bulk_OneCustomer_IsAnsweredAsAmongOthers(BgNbdVariant variant, int regularity)
    {
        IBulkPurchaseModel bulk = new BgNbdModel(.6, 4, .8, 2.4, TimeUnit.Week, variant, regularity);
        double[] alive = new double[Patterns.Length];
        double[] ahead = new double[Patterns.Length];
        bulk.ProbabilitiesAlive(Patterns, alive);
        bulk.DiscountedPurchasesIfAlive(Patterns, Duration.Weeks(39), DiscountRate.None, ahead);
        double[] one = new double[1];
        for (int i = 0; i < Patterns.Length; i += 5)
        {
            bulk.ProbabilitiesAlive([Patterns[i]], one);
            Assert.Equal(alive[i], one[0]);
            bulk.DiscountedPurchasesIfAlive([Patterns[i]], Duration.Weeks(39), DiscountRate.None, one);
            CloseTo.Relative(ahead[i], one[0], regularity == 1 ? 0 : 1e-12);
        }
    }

    [Fact]
    public void Bulk_ForEverWithoutDiscount_IsInfiniteWhereCustomersNeedNotStop()
    {
        double[] results = new double[2];
        ((IBulkPurchaseModel)new BgNbdModel(1, 1, .5, 2, TimeUnit.Day)).DiscountedPurchasesIfAlive([default, new(1, 2, 3)], Duration.Forever, DiscountRate.None, results);

        Assert.Equal([double.PositiveInfinity, double.PositiveInfinity], results);
    }

    private static void AssertEach(Func<RepeatPattern, double> alone, double[] results)
    {
        for (int i = 0; i < results.Length; i++)
        {
            CloseTo.Relative(alone(Patterns[i]), results[i], 1e-11);
        }
    }
}
