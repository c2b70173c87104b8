namespace CustomerInsight.Models.Tests;

public sealed class HeavyCustomerTests
{
    private static readonly GammaGammaModel Amounts = new(6.25, 3.74, 15.44);
    private static readonly Duration Year = Duration.Days(365);
    private static readonly RepeatPattern Heavy = new(3_000, 365, 365);

    /// <summary>A purchase every half minute of the year.</summary>
    private static readonly RepeatPattern TooHeavy = new(1_000_000, 365, 365);

    public static TheoryData<string> Models => [.. ModelsByName.Keys];

    private static readonly Dictionary<string, IPurchaseModel> ModelsByName = new()
    {
        ["BG/NBD"] = CdnowLike.Model,
        ["MBG/CNBD-3"] = new BgNbdModel(0.6, 2, 0.8, 2.4, TimeUnit.Week, BgNbdVariant.Modified, 3),
        ["Pareto/NBD"] = new ParetoNbdModel(0.55, 10.6, 0.6, 11.7, TimeUnit.Week),
        ["NBD"] = new NbdModel(0.4, 12, TimeUnit.Week),
    };

    [Theory]
    [MemberData(nameof(Models))]
    public void Probabilities_AllAtOnce_AreThoseOneByOne(string name)
    {
        IPurchaseModel model = ModelsByName[name];
        foreach (RepeatPattern pattern in new RepeatPattern[] { default, new(0, 0, 200), new(7, 90, 100), new(250, 300, 301) })
        {
            foreach (Duration ahead in new[] { Duration.Days(0), Duration.Days(100) })
            {
                double[] all = new double[200];
                ((IPurchaseDistribution)model).WriteProbabilities(pattern, ahead, 3, all.AsSpan(0, 200));
                for (int n = 3; n < all.Length; n++)
                {
                    double one = model.ProbabilityOf(pattern, n, ahead);
                    Assert.True(Math.Abs(all[n] - one) <= 1e-11 * (1e-12 + one), $"{pattern} {n}: {all[n]} and {one}");
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void Purchases_AHostsModel_IsAskedForEachNumberOnceAndSaysTheSame(string name)
    {
        var pattern = new RepeatPattern(200, 364, 365);
        var host = new AskedModel(ModelsByName[name]);
        PurchaseInterval own = new PredictionIntervals(ModelsByName[name]).Purchases(pattern, Year);
        PurchaseInterval asked = new PredictionIntervals(host).Purchases(pattern, Year);

        Assert.Equal((own.Low, own.Median, own.High), (asked.Low, asked.Median, asked.High));
        CloseTo.Relative(own.Probability, asked.Probability, 1e-10);
        Assert.InRange(host.Asked, asked.High + 1, Math.Max(16, 2 * (asked.High + 1)));
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void Purchases_ThousandsAYear_AreAboutTheExpected(string name)
    {
        IPurchaseModel model = ModelsByName[name];
        PurchaseInterval interval = new PredictionIntervals(model).Purchases(Heavy, Year);

        Assert.InRange(interval.Probability, 0.9, 0.96);
        Assert.InRange(model.ExpectedPurchases(Heavy, Year), interval.Low, interval.High);
    }

    [Theory]
    [InlineData(3_000)]
    [InlineData(20_000)] // of which neighbouring numbers are taken together
    public void Spend_ThousandsAYear_HasTheProbabilityOfItsEnds(int repeats)
    {
        // The plain definition: every number of purchases by itself.
        IPurchaseModel model = ModelsByName["NBD"];
        RepeatPattern pattern = Heavy with { Repeats = repeats };
        SpendInterval interval = new PredictionIntervals(model, Amounts).Spend(pattern, new SpendPattern(repeats, 21), Year);

        double[] probabilities = new double[2 * repeats];
        ((IPurchaseDistribution)model).WriteProbabilities(pattern, Year, 0, probabilities);
        double rates = (Amounts.P * repeats) + Amounts.Q;
        double UpTo(double amount) => probabilities.Select((probability, n) => probability < 1e-14 ? 0 : n == 0 ? probability
            : probability * BetaPrime.LowerAndDensity(n * Amounts.P, rates, BetaPrime.LogScale(n * Amounts.P, rates), Math.Log(amount / (Amounts.Gamma + (repeats * 21.0)))).Lower).Sum();
        Assert.Equal(0.05, UpTo(interval.Low), 3e-5);
        Assert.Equal(0.95, UpTo(interval.High), 3e-5);
    }

    [Theory]
    [InlineData("BG/NBD")]
    [InlineData("NBD")]
    public void Intervals_OneOfTooManyPurchases_EndsAtTheMostAndSpoilsNoOther(string name)
    {
        const int most = 100_000;
        var intervals = new PredictionIntervals(ModelsByName[name], Amounts);
        RepeatPattern[] patterns = [new(3, 100, 200), TooHeavy, new(0, 0, 200)];
        SpendPattern[] spend = [new(3, 20), new(1_000_000, 20), default];

        PurchaseInterval[] found = intervals.Purchases(patterns, Year);
        SpendInterval[] amounts = intervals.Spend(patterns, spend, Year);

        Assert.Equal((most, most), (found[1].Median, found[1].High));
        Assert.Equal(intervals.Purchases(patterns[0], Year), found[0]);
        Assert.Equal(intervals.Spend(patterns[2], spend[2], Year), amounts[2]);
        Assert.InRange(amounts[1].High, 20.0 * most * 0.99, 20.0 * most * 1.02);
    }

    [Fact]
    public void Purchases_ParetoNbdOfTooMany_EndsAtItsMost()
    {
        PurchaseInterval interval = new PredictionIntervals(ModelsByName["Pareto/NBD"]).Purchases(TooHeavy, Year);

        Assert.Equal((10_000, 10_000), (interval.Median, interval.High));
        Assert.InRange(interval.Probability, 0.9, 1);
    }

    [Fact]
    public void Spend_EqualCustomers_AreWorkedOutOnceAndAllCounted()
    {
        RepeatPattern pattern = new(3, 100, 200);
        var model = new AskedModel(CdnowLike.Model);
        var intervals = new PredictionIntervals(model, Amounts, new PredictionIntervalOptions { MaxDegreeOfParallelism = 1 });
        SpendInterval alone = intervals.Spend(pattern, new SpendPattern(3, 20), Year);
        int once = model.Asked;
        var told = new List<int>();

        SpendInterval[] found = intervals.Spend([.. Enumerable.Repeat(pattern, 50)], [.. Enumerable.Range(0, 50).Select(i => new SpendPattern(3, i < 30 ? 20 : 40))], Year, new Told(told.Add));

        Assert.Equal(3 * once, model.Asked);
        Assert.All(found.Take(30), interval => Assert.Equal(alone, interval));
        Assert.All(found.Skip(30), interval => Assert.True(interval.High > alone.High));
        Assert.Equal([30, 50], told);
    }

    private sealed class Told(Action<int> tell) : IProgress<int>
    {
        public void Report(int value) => tell(value);
    }
}
