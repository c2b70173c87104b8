namespace CustomerInsight.Models.Tests;

public sealed class SpendSimulatorTests
{
    private static readonly GammaGammaModel Spend = new(6.25, 3.74, 15.44);
    private static readonly SimulatedPurchases Purchases =
        new PurchaseSimulator(new BgNbdModel(0.525, 6.183, 0.891, 1.614, TimeUnit.Week)).Simulate(20_000, Duration.Weeks(27), Duration.Weeks(39));

    [Fact]
    public void Simulate_ManyCustomers_MeansAreWhatTheModelExpects()
    {
        SimulatedSpend drawn = new SpendSimulator(Spend).Simulate(Purchases.Patterns);
        double[] means = [.. Enumerable.Range(0, drawn.Count).Select(drawn.MeanSpend)];
        int[] repeaters = [.. Enumerable.Range(0, drawn.Count).Where(customer => drawn.Patterns[customer].IsUsable)];

        Assert.Equal(Purchases.Patterns.Select(static pattern => pattern.Repeats), drawn.Patterns.Select(static pattern => pattern.Purchases));
        Assert.Equal(Spend.MeanSpend, means.Average(), 0.03 * Spend.MeanSpend);
        Assert.Equal(Spend.MeanSpend, repeaters.Average(customer => drawn.Patterns[customer].MeanSpend), 0.03 * Spend.MeanSpend);

        // What is expected given the customer's own mean is right on average among high means and among low ones.
        foreach (IGrouping<bool, int> half in repeaters.GroupBy(customer => drawn.Patterns[customer].MeanSpend > 30))
        {
            double expected = half.Average(customer => Spend.ExpectedSpend(drawn.Patterns[customer].Purchases, drawn.Patterns[customer].MeanSpend));
            Assert.Equal(half.Average(customer => means[customer]), expected, 0.04 * expected);
        }
    }

    [Fact]
    public void Amounts_OfACustomer_AreTheFirstThenThoseOfThePattern()
    {
        SimulatedSpend drawn = new SpendSimulator(Spend).Simulate(Purchases.Patterns);

        Assert.All(Enumerable.Range(0, 200), customer =>
        {
            SpendPattern pattern = drawn.Patterns[customer];
            double mean = drawn.Amounts(customer).Skip(1).Take(pattern.Purchases).DefaultIfEmpty(0).Average();
            Assert.Equal(pattern.MeanSpend, mean, 1e-9 * mean);
        });
    }

    [Fact]
    public void Simulate_AnyThreads_DrawsTheSame() => Assert.Equal(
        new SpendSimulator(Spend, new SimulationOptions { MaxDegreeOfParallelism = 1 }).Simulate(Purchases.Patterns).Patterns,
        new SpendSimulator(Spend, new SimulationOptions { MaxDegreeOfParallelism = 3 }).Simulate(Purchases.Patterns).Patterns);

    [Fact]
    public void ToActivityLog_AsATable_HasThePurchasesAndTheSpend()
    {
        var asOf = new DateTimeOffset(2025, 6, 1, 0, 0, 0, TimeSpan.Zero);
        SimulatedPurchases some = new PurchaseSimulator(new BgNbdModel(1, 80, 0.8, 2.4, TimeUnit.Day)).Simulate(200, Duration.Days(300), Duration.Days(700));
        SimulatedSpend spend = new SpendSimulator(Spend).Simulate(some.Patterns);

        ActivityLog log = some.ToActivityLog(asOf, spend, "EUR");
        PurchaseTable table = PurchaseTable.From(log, asOf);

        Assert.Equal(200 + some.Patterns.Sum(static pattern => pattern.Repeats), log.Count);
        Assert.Equal(200, table.Customers.Count);
        Assert.Equal("EUR", table.Currency);
        Assert.Equal("001", table.Customers[0].Customer);
        for (int customer = 0; customer < 200; customer++)
        {
            RepeatPattern seen = table.Customers[customer].Pattern;
            RepeatPattern drawn = some.Patterns[customer];
            Assert.Equal(some.PurchaseDays(customer).Select(day => Math.Floor((asOf.AddDays(-drawn.TenureDays).AddDays(day) - DateTimeOffset.MinValue).TotalDays)).Distinct().Count(), seen.Repeats + 1);
            Assert.InRange(seen.TenureDays, drawn.TenureDays - 1, drawn.TenureDays + 1);
            if (seen.Repeats == drawn.Repeats && seen.Repeats > 0)
            {
                Assert.InRange(seen.ActiveDays, drawn.ActiveDays - 1, drawn.ActiveDays + 1);
                Assert.Equal(spend.Patterns[customer].MeanSpend, table.Customers[customer].Spend.MeanSpend, 0.01);
            }
        }
    }

    [Fact]
    public void ToActivityLog_Ahead_GoesOnAfterTheTenure()
    {
        SimulatedPurchases some = new PurchaseSimulator(new BgNbdModel(1, 40, 0.8, 2.4, TimeUnit.Day)).Simulate(50, Duration.Days(300), Duration.Days(700));
        var asOf = new DateTimeOffset(2025, 6, 1, 0, 0, 0, TimeSpan.Zero);
        ActivityLog log = some.ToActivityLog(asOf, ahead: Duration.Years(1));

        Assert.Equal(50 + some.Patterns.Sum(static pattern => pattern.Repeats) + some.PurchasesAhead(Duration.Years(1)).Sum(), log.Count);
        Assert.True(log.LastAt > asOf && log.LastAt <= asOf.AddYears(1));
        Assert.Throws<ArgumentException>(() => some.ToActivityLog(asOf, new SpendSimulator(Spend).Simulate(Purchases.Patterns)));
    }
}
