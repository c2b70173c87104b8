namespace CustomerInsight.Models.Tests;

/// <summary>Customers drawn from the models themselves must give the models back.</summary>
public sealed class RecoveryTests
{
    [Fact]
    public void BgNbd_CustomersDrawnFromIt_GivesItsParametersBack()
    {
        var truth = new BgNbdModel(1, 40, 1, 3, TimeUnit.Day);
        var random = new SeededRandom(2024);
        RepeatPattern[] customers = [.. Enumerable.Range(0, 20_000).Select(_ => Draw(random))];

        FitResult<BgNbdModel> fit = new BgNbdEstimator().Fit(customers);

        Assert.True(fit.Report.Converged);
        Assert.Equal(truth.R, fit.Model!.R, 0.1);
        Assert.Equal(truth.Alpha, fit.Model.Alpha, 4.0);
        Assert.Equal(truth.A, fit.Model.A, 0.15);
        Assert.Equal(truth.B, fit.Model.B, 0.5);

        // What the model expects of a new customer is what the drawn ones did in the same time.
        double mean = customers.Where(customer => customer.TenureDays == 300).Average(customer => customer.Repeats);
        Assert.Equal(mean, fit.Model.ExpectedPurchases(Duration.Days(300)), 0.1 * mean);
    }

    [Fact]
    public void GammaGamma_CustomersDrawnFromIt_GivesItsMeanBack()
    {
        // Shape 2 for a customer's amounts, shape 3 for the customers' rates: sums of exponentials, so no library is needed to draw them.
        var random = new SeededRandom(7);
        var truth = new GammaGammaModel(2, 3, 20);
        SpendPattern[] customers = [.. Enumerable.Range(0, 20_000).Select(i =>
        {
            int purchases = 1 + (i % 5);
            double rate = (Exponential(random) + Exponential(random) + Exponential(random)) / 20;
            double total = Enumerable.Range(0, 2 * purchases).Sum(_ => Exponential(random)) / rate;
            return new SpendPattern(purchases, total / purchases);
        })];

        FitResult<GammaGammaModel> fit = new GammaGammaEstimator().Fit(customers);

        Assert.True(fit.Report.Converged);
        Assert.Equal(truth.P, fit.Model!.P, 0.15);
        Assert.Equal(truth.Q, fit.Model.Q, 0.15);
        Assert.Equal(truth.MeanSpend, fit.Model.MeanSpend, 0.05 * truth.MeanSpend);
    }

    private static RepeatPattern Draw(SeededRandom random)
    {
        // Gamma(1, 40) is exponential, and Beta(1, 3) has a quantile function in closed form.
        double rate = Exponential(random) / 40;
        double dropOut = 1 - Math.Pow(1 - random.NextDouble(), 1.0 / 3);
        int tenure = random.Next(2) == 0 ? 300 : 100 + random.Next(600);
        int repeats = 0;
        double last = 0;
        for (double at = Exponential(random) / rate; at < tenure; at += Exponential(random) / rate)
        {
            repeats++;
            last = at;
            if (random.NextDouble() < dropOut)
            {
                break;
            }
        }

        return new RepeatPattern(repeats, last, tenure);
    }

    private static double Exponential(SeededRandom random) => -Math.Log(1 - random.NextDouble());
}
