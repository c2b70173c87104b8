namespace CustomerInsight.Models.Tests;

/// <summary>Questions to models with covariates about many customers.</summary>
public sealed class CovariateQuestionsTests
{
    private static readonly Duration Ahead = Duration.Weeks(26);
    private static readonly DiscountRate Rate = DiscountRate.Annual(0.12);

    private static readonly BgNbdCovariateModel BgNbd = new(
        new BgNbdModel(0.9, 8, 0.8, 2.4, TimeUnit.Week), [new BgNbdCovariate("web", 0.3, -0.4, 0.5, 0), new BgNbdCovariate("first-order", 40, 0.03, 0, 0.02)]);

    private static readonly ParetoNbdCovariateModel ParetoNbd = new(
        new ParetoNbdModel(0.9, 8, 0.8, 12, TimeUnit.Week), [new ParetoNbdCovariate("web", 0.3, -0.4, 0.5), new ParetoNbdCovariate("first-order", 40, 0.03, 0.02)]);

    [Fact]
    public void BgNbd_ManyCustomers_AnswersAsForEach() => Hold(
        values => BgNbd.For(values),
        BgNbd.ProbabilitiesAlive(Customers()),
        BgNbd.ExpectedPurchases(Customers(), Ahead),
        BgNbd.DiscountedPurchases(Customers(), Ahead, Rate),
        BgNbd.DiscountedPurchases(Customers(), Duration.Forever, Rate));

    [Fact]
    public void ParetoNbd_ManyCustomers_AnswersAsForEach() => Hold(
        values => ParetoNbd.For(values),
        ParetoNbd.ProbabilitiesAlive(Customers()),
        ParetoNbd.ExpectedPurchases(Customers(), Ahead),
        ParetoNbd.DiscountedPurchases(Customers(), Ahead, Rate),
        ParetoNbd.DiscountedPurchases(Customers(), Duration.Forever, Rate));

    [Fact]
    public void Ask_ImpossibleInput_SaysWhatToDo()
    {
        var other = new CovariatePurchases([default], FeatureMatrix.Create(["web"], [1]));
        var far = new CovariatePurchases([default, default, default], FeatureMatrix.Create(["web", "first-order"], [0, 40, 1e9, 40, -1e9, 40]));
        var wrong = new CovariatePurchases([new RepeatPattern(0, 5, 2)], FeatureMatrix.Create(["web", "first-order"], [0, 40]));

        Assert.Contains("no covariate 'first-order'", Assert.Throws<ArgumentException>(() => BgNbd.ProbabilitiesAlive(other)).Message, StringComparison.Ordinal);
        Assert.Contains("row 2 of 3", Assert.Throws<ArgumentException>(() => ParetoNbd.ProbabilitiesAlive(far)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => BgNbd.ProbabilitiesAlive(wrong));
        Assert.Throws<ArgumentOutOfRangeException>(() => BgNbd.ExpectedPurchases(Customers(), Duration.Forever));
        Assert.Throws<ArgumentOutOfRangeException>(() => ParetoNbd.DiscountedPurchases(Customers(), Duration.Days(-1), Rate));
        Assert.Throws<OperationCanceledException>(() => BgNbd.ProbabilitiesAlive(Customers(), new CancellationToken(true)));
    }

    // The columns are in another order than those of the models, with one that these do not know; every ninth customer lacks a covariate.
    private static CovariatePurchases Customers()
    {
        double[] values = [.. Enumerable.Range(0, 200).SelectMany(static row => (double[])[20 + (row % 41), row % 7 == 0 ? double.NaN : 1, row % 9 == 8 ? double.NaN : row % 2])];
        RepeatPattern[] patterns = [.. Enumerable.Range(0, 200).Select(static row => new RepeatPattern(row % 5, row % 5 == 0 ? 0 : 3 * (row % 30), 100 + row))];
        return new CovariatePurchases(patterns, FeatureMatrix.Create(["first-order", "other", "web"], values));
    }

    private static void Hold(Func<double[], IPurchaseModel> modelFor, double[] alive, double[] expected, double[] discounted, double[] forEver)
    {
        CovariatePurchases customers = Customers();
        for (int row = 0; row < customers.Patterns.Count; row++)
        {
            ReadOnlySpan<double> values = customers.Covariates.Row(row);
            if (double.IsNaN(values[2]))
            {
                Assert.All((double[])[alive[row], expected[row], discounted[row], forEver[row]], static answer => Assert.True(double.IsNaN(answer)));
                continue;
            }

            IPurchaseModel model = modelFor([values[2], values[0]]);
            RepeatPattern pattern = customers.Patterns[row];
            Assert.Equal(model.ProbabilityAlive(pattern), alive[row]);
            Assert.Equal(model.ExpectedPurchases(pattern, Ahead), expected[row]);
            Assert.Equal(alive[row] * model.DiscountedPurchasesIfAlive(pattern, Ahead, Rate), discounted[row]);
            Assert.Equal(alive[row] * model.DiscountedPurchasesIfAlive(pattern, Duration.Forever, Rate), forEver[row]);
        }
    }
}
