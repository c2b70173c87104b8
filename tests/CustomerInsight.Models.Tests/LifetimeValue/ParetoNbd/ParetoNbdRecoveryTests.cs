namespace CustomerInsight.Models.Tests;

/// <summary>Customers drawn from the model must give it back, as near as it says itself.</summary>
public sealed class ParetoNbdRecoveryTests
{
    [Theory]
    [InlineData(.5, 10, .6, 12)]
    [InlineData(1, 10, .2, 1)]
    public void Fit_CustomersDrawnFromTheModel_ErrsAsItsStandardErrorsSay(double r, double alpha, double s, double beta)
    {
        const int Draws = 16;
        var truth = new ParetoNbdModel(r, alpha, s, beta, TimeUnit.Week);
        var estimator = new ParetoNbdEstimator(new ParetoNbdOptions { Unit = TimeUnit.Week });
        double[] squares = new double[4];
        for (int seed = 1; seed <= Draws; seed++)
        {
            RepeatPattern[] customers = [.. new PurchaseSimulator(truth, new SimulationOptions { Seed = (ulong)seed }).Simulate(2_000, Duration.Weeks(60), Duration.Weeks(120)).Patterns];
            FitReport report = estimator.Fit(customers).Report;

            Assert.True(report.Converged);
            for (int i = 0; i < squares.Length; i++)
            {
                ParameterEstimate estimate = report.Parameters[i];
                double error = Math.Log(estimate.Value / truth.Parameters[i].Value) * estimate.Value / estimate.StandardError!.Value;
                squares[i] += error * error / Draws;
            }
        }

        // A mean of 16 squared standard normal errors is within these bounds with a chance of 99.9 %.
        Assert.All(squares, square => Assert.InRange(square, .25, 2.5));
    }

    [Fact]
    public void ProbabilityOf_CustomersDrawnFromTheModel_IsTheirShare()
    {
        const int Customers = 100_000;
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
        CloseTo.Relative(purchases, later.Sum(), .03);
        CloseTo.Relative(none, later.Count(count => count == 0), .01);
    }
}
