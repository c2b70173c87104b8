namespace CustomerInsight.Models.Tests;

public sealed class BgBbBulkTests
{
    private static readonly BgBbModel Model = new(1.2, 0.75, 0.66, 2.78, Duration.Years(1));
    private static readonly GammaGammaModel Spend = new(6.25, 3.74, 15.44);

    private static readonly OpportunityPattern[] Patterns =
        [.. Enumerable.Range(0, 500).Select(static i => new OpportunityPattern(i % 4, i % 4 == 0 ? 0 : 4 + (i % 3), 6 + (i % 2)))];

    private static readonly SpendPattern[] Amounts = [.. Enumerable.Range(0, 500).Select(static i => new SpendPattern(i % 4, i % 4 == 0 ? 0 : 10 + i))];

    [Fact]
    public void Ask_ManyCustomers_AnswersAsForEach()
    {
        var rate = DiscountRate.Annual(0.1);
        double[] alive = Model.ProbabilitiesAlive(Patterns);
        double[] expected = Model.ExpectedPurchases(Patterns, 5);
        double[] discounted = Model.DiscountedPurchases(Patterns, 5, rate);
        double[] forEver = Model.DiscountedPurchases(Patterns, null, rate);
        double[] values = Model.LifetimeValues(Patterns, Amounts, Spend, 5, rate);
        double[] valuesForEver = Model.LifetimeValues(Patterns, Amounts, Spend, null, rate);

        for (int i = 0; i < Patterns.Length; i++)
        {
            double spend = Spend.ExpectedSpend(Amounts[i].Purchases, Amounts[i].MeanSpend);
            Assert.Equal(Model.ProbabilityAlive(Patterns[i]), alive[i]);
            Assert.Equal(Model.ExpectedPurchases(Patterns[i], 5), expected[i]);
            Assert.Equal(Model.DiscountedPurchases(Patterns[i], 5, rate), discounted[i]);
            Assert.Equal(Model.DiscountedPurchases(Patterns[i], rate), forEver[i]);
            CloseTo.Relative(discounted[i] * spend, values[i], 1e-14);
            CloseTo.Relative(forEver[i] * spend, valuesForEver[i], 1e-14);
            Assert.True(values[i] < valuesForEver[i]);
        }
    }

    [Fact]
    public void Ask_ImpossibleInput_SaysWhatToDo()
    {
        Assert.Throws<ArgumentException>(() => Model.ProbabilitiesAlive([default, new(3, 2, 5)]));
        Assert.Throws<ArgumentOutOfRangeException>(() => Model.ExpectedPurchases([default], -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Model.DiscountedPurchases([default], 100_001, DiscountRate.None));
        Assert.Throws<ArgumentOutOfRangeException>(() => Model.LifetimeValues([default], [default], new GammaGammaModel(1, 1, 1), 5, DiscountRate.None));
        Assert.Contains("of 2 customers, the patterns are of 1", Assert.Throws<ArgumentException>(() => Model.LifetimeValues([default], [default, default], Spend, 5, DiscountRate.None)).Message, StringComparison.Ordinal);
        Assert.Throws<OperationCanceledException>(() => Model.ProbabilitiesAlive(Patterns, new CancellationToken(true)));
    }
}
