namespace CustomerInsight.Models.Tests;

/// <summary>What customers may spend, beyond the mean.</summary>
public sealed class GammaGammaSpendTests
{
    private static readonly GammaGammaModel Model = new(6.25, 3.74, 15.44);

    private static readonly Gen<double> Positive = Gen.Choose(-200, 200).Select(static log => Math.Pow(10, log / 100.0));

    private static readonly Arbitrary<(double P, double Q, double Gamma, int Purchases, double Spend, double Probability, int Coming)> Cases = (
        from p in Positive
        from q in Positive
        from gamma in Positive
        from purchases in Gen.Choose(0, 50)
        from spend in Positive
        from probability in Gen.Choose(1, 999).Select(static i => i / 1000.0)
        from coming in Gen.Choose(1, 20)
        select (p, q, gamma, purchases, spend, probability, coming)).ToArbitrary();

    [Fact]
    public void SpendQuantile_AnyCustomer_IsWhatTheProbabilityIsBelow() => Prop.ForAll(Cases, c =>
    {
        double quantile = new GammaGammaModel(c.P, c.Q, c.Gamma).SpendQuantile(c.Purchases, c.Spend, c.Probability, c.Coming);
        double scale = c.Gamma + (c.Purchases * c.Spend);
        double odds = quantile * c.Coming / scale;
        return quantile >= 0 && (quantile == 0 || double.IsInfinity(odds)
            || Math.Abs(BetaPrime.Lower(c.P * c.Coming, (c.P * c.Purchases) + c.Q, Math.Log(odds)) - c.Probability) < 1e-10);
    }).Check(Quick.Tests(500));

    [Fact]
    public void SpendQuantile_SpendDrawnFromTheModel_LiesBelowAsOftenAsTheProbabilitySays()
    {
        // Shapes that are whole numbers are sums of exponentials: rate gamma (3 + 2 · 2, 20 + 2 · 15), then two amounts of shape 2.
        var model = new GammaGammaModel(2, 3, 20);
        var random = new SeededRandom(5);
        double[] drawn = [.. Enumerable.Range(0, 20_000).Select(_ => Sum(random, 4) / (Sum(random, 7) / 50) / 2)];

        foreach (double probability in (double[])[0.05, 0.5, 0.95])
        {
            double quantile = model.SpendQuantile(2, 15, probability, coming: 2);
            Assert.Equal(probability, drawn.Count(spend => spend < quantile) / 20_000.0, 0.006);
        }
    }

    [Fact]
    public void SpendQuantile_ManyComingPurchases_NarrowsToTheCustomersOwnMean()
    {
        SpendInterval one = Model.IntervalOfSpend(3, 40);
        SpendInterval hundred = Model.IntervalOfSpend(3, 40, coming: 100);
        SpendInterval known = Model.IntervalOfSpend(5_000, 40, coming: 5_000);

        Assert.InRange(hundred.Low, one.Low, one.High);
        Assert.InRange(hundred.High, one.Low, one.High);
        Assert.InRange(known.High - known.Low, 0, 3);
        Assert.InRange(40, known.Low, known.High);
        Assert.Equal(0.9, known.Level);
    }

    [Theory]
    [InlineData(1e-4, 1e-4, 1e5)]
    [InlineData(1e5, 1e-4, 1e-4)]
    [InlineData(1e5, 1e5, 1e5)]
    [InlineData(1e-4, 1e5, 1e-4)]
    public void SpendQuantile_ExtremeModel_IsANumber(double p, double q, double gamma)
    {
        var model = new GammaGammaModel(p, q, gamma);

        Assert.All(new[] { 1e-9, 0.5, 1 - 1e-9 }, probability => Assert.False(double.IsNaN(model.SpendQuantile(10_000, 1e5, probability))));
    }

    [Fact]
    public void ExpectedSpend_ManyCustomers_IsThatOfEach()
    {
        SpendPattern[] patterns = [new(3, 40), default, new(1, 0), new(200, 12.5)];
        double[] results = new double[4];
        Model.ExpectedSpend(patterns, results);

        Assert.Equal(patterns.Select(pattern => Model.ExpectedSpend(pattern.Purchases, pattern.MeanSpend)), results);
    }

    [Fact]
    public void ExpectedSpend_PatternThatCannotBe_SaysWhereAndNotWhat()
    {
        SpendPattern[] patterns = [new(3, 40), new(2, double.NaN), new(-1, 4)];
        double[] results = new double[3];

        Assert.Contains("The pattern at 1", Assert.Throws<ArgumentException>(() => Model.ExpectedSpend(patterns, results)).Message, StringComparison.Ordinal);
        Assert.Contains("The pattern at 0", Assert.Throws<ArgumentException>(() => Model.ExpectedSpend(patterns.AsSpan(2), results.AsSpan(2))).Message, StringComparison.Ordinal);
        Assert.Contains("Pass as many", Assert.Throws<ArgumentException>(() => Model.ExpectedSpend(patterns, results.AsSpan(1))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void SpendQuantile_ImpossibleArguments_Refuses()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Model.SpendQuantile(1, 1, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Model.SpendQuantile(1, 1, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Model.SpendQuantile(-1, 1, 0.5));
        Assert.Throws<ArgumentOutOfRangeException>(() => Model.SpendQuantile(1, -1, 0.5));
        Assert.Throws<ArgumentOutOfRangeException>(() => Model.SpendQuantile(1, 1, 0.5, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Model.IntervalOfSpend(1, 1, double.NaN));
    }

    private static double Sum(SeededRandom random, int shape)
    {
        double sum = 0;
        for (int i = 0; i < shape; i++)
        {
            sum -= Math.Log(1 - random.NextDouble());
        }

        return sum;
    }
}
