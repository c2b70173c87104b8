namespace CustomerInsight.Models.Tests;

/// <summary>Customers drawn from the model must do what it expects of them.</summary>
public sealed class ParetoNbdSimulationTests
{
    [Fact]
    public void ProbabilityOf_CustomersDrawnFromTheModel_IsTheirShare()
    {
        const int Customers = 20_000;
        var model = new ParetoNbdModel(.8, 8, .7, 10, TimeUnit.Week);
        SimulatedPurchases drawn = new PurchaseSimulator(model).Simulate(Customers, Duration.Weeks(30), Duration.Weeks(30));
        int[] later = drawn.PurchasesAhead(Duration.Weeks(20));

        for (int n = 0; n < 5; n++)
        {
            double expected = model.ProbabilityOf(n, Duration.Weeks(30));
            Assert.Equal(expected, drawn.Patterns.Count(pattern => pattern.Repeats == n) / (double)Customers, 4 * Math.Sqrt(expected / Customers));
        }

        // What they did later is what was to be expected of each, and so are those who did nothing.
        double purchases = drawn.Patterns.Sum(pattern => model.ExpectedPurchases(pattern, Duration.Weeks(20)));
        double none = drawn.Patterns.Sum(pattern => model.ProbabilityOf(pattern, 0, Duration.Weeks(20)));
        CloseTo.Relative(purchases, later.Sum(), .05);
        CloseTo.Relative(none, later.Count(count => count == 0), .02);
    }
}
