using System.Text;

namespace CustomerInsight.Models.Tests;

public sealed class BgBbModelTests
{
    private static readonly Gen<double> Moderate = Gen.Choose(-100, 100).Select(static log => Math.Pow(10, log / 100.0));
    private static readonly Gen<double> Any = Gen.Choose(-400, 500).Select(static log => Math.Pow(10, log / 100.0));

    private static readonly Arbitrary<(BgBbModel Model, OpportunityPattern Pattern)> Small = Cases(Moderate, 8);
    private static readonly Arbitrary<(BgBbModel Model, OpportunityPattern Pattern)> Extreme = Cases(Any, 10_000);

    [Fact]
    public void LogLikelihood_AllOrdersOfSoManyPurchases_AddUpToTheProbabilityOfThem() => Prop.ForAll(Small, c =>
    {
        int n = c.Pattern.Opportunities;
        double total = 0;
        bool good = true;
        for (int x = 0; x <= n; x++)
        {
            double probability = c.Model.ProbabilityOf(x, n);
            total += probability;
            good &= CloseTo.Difference(Orders(x, n, 0).Sum(o => o.Ways * Math.Exp(c.Model.LogLikelihood(new(x, o.Last, n)))), probability) < 1e-11;
        }

        return good && Math.Abs(total - 1) < 1e-12;
    }).Check(Quick.Tests(200));

    [Fact]
    public void ProbabilityOf_AfterAPattern_IsTheShareOfItsContinuations() => Prop.ForAll(Small, c =>
    {
        const int Ahead = 5;
        (int x, int last, int n) = c.Pattern;
        double known = Math.Exp(c.Model.LogLikelihood(c.Pattern));
        bool good = true;
        double mean = 0;
        for (int k = 0; k <= Ahead; k++)
        {
            double continued = k == 0
                ? Math.Exp(c.Model.LogLikelihood(new(x, last, n + Ahead)))
                : Orders(k, Ahead, n).Sum(o => o.Ways * Math.Exp(c.Model.LogLikelihood(new(x + k, o.Last, n + Ahead))));
            double probability = c.Model.ProbabilityOf(c.Pattern, k, Ahead);
            mean += k * probability;
            good &= Math.Abs((continued / known) - probability) < 1e-11;
        }

        return good && CloseTo.Difference(mean, c.Model.ExpectedPurchases(c.Pattern, Ahead)) < 1e-10;
    }).Check(Quick.Tests(200));

    [Fact]
    public void ProbabilityAlive_TimesTheRate_IsTheProbabilityToBuyNext() => Prop.ForAll(Small, c =>
    {
        double rate = (c.Model.Alpha + c.Pattern.Repeats) / (c.Model.Alpha + c.Model.Beta + c.Pattern.Opportunities);
        return CloseTo.Difference(c.Model.ProbabilityAlive(c.Pattern) * rate, c.Model.ProbabilityOf(c.Pattern, 1, 1)) < 1e-11;
    }).Check(Quick.Tests(200));

    [Fact]
    public void DiscountedPurchases_VeryManyOpportunities_AreThoseForEver() => Prop.ForAll(Small, Gen.Choose(5, 100).ToArbitrary(), (c, percent) =>
    {
        var rate = DiscountRate.Annual(percent / 100.0);
        double forEver = c.Model.DiscountedPurchases(c.Pattern, rate);
        return CloseTo.Difference(c.Model.DiscountedPurchases(c.Pattern, 5_000, rate), forEver) < 1e-11
            && c.Model.DiscountedPurchases(c.Pattern, 3, rate) <= forEver
            && c.Model.DiscountedPurchases(c.Pattern, 3, rate) <= c.Model.ExpectedPurchases(c.Pattern, 3);
    }).Check(Quick.Tests(200));

    [Fact]
    public void Model_AnyParameters_GivesNumbers() => Prop.ForAll(Extreme, c =>
    {
        double alive = c.Model.ProbabilityAlive(c.Pattern);
        double expected = c.Model.ExpectedPurchases(c.Pattern, 100);
        double probability = c.Model.ProbabilityOf(c.Pattern, 3, 100);
        return double.IsFinite(c.Model.LogLikelihood(c.Pattern)) && c.Model.LogLikelihood(c.Pattern) <= 1e-9
            && alive is >= 0 and <= 1 && expected is >= 0 and <= 100 && probability is >= 0 and <= 1 + 1e-9
            && double.IsFinite(c.Model.DiscountedPurchases(c.Pattern, DiscountRate.Annual(0.1)));
    }).Check(Quick.Tests(300));

    [Fact]
    public void DiscountedPurchases_ForEverAtNoDiscount_IsFiniteWhereCustomersLeave()
    {
        Assert.Equal(double.PositiveInfinity, new BgBbModel(1, 1, 1, 3, Duration.Years(1)).DiscountedPurchases(default, DiscountRate.None));
        Assert.Equal(1.5, new BgBbModel(1, 1, 2, 3, Duration.Years(1)).DiscountedPurchases(default, DiscountRate.None), 1e-12);
    }

    [Fact]
    public void DiscountedPurchases_OtherPeriod_DiscountsByTheTimeThatPasses()
    {
        var yearly = new BgBbModel(1.2, 0.75, 0.66, 2.8, Duration.Years(1));
        var quarterly = new BgBbModel(1.2, 0.75, 0.66, 2.8, Duration.Months(3));
        var pattern = new OpportunityPattern(3, 5, 6);

        CloseTo.Relative(
            yearly.DiscountedPurchases(pattern, DiscountRate.Annual(0.1)), quarterly.DiscountedPurchases(pattern, DiscountRate.Per(TimeUnit.Month, Math.Pow(1.1, 1 / 3.0) - 1)), 1e-12);
    }

    [Fact]
    public void SaveAndLoad_GivesTheSameModel()
    {
        var model = new BgBbModel(1.2035223572733138, 0.75, 0.66, 2.8, Duration.Months(6));
        using var file = new MemoryStream();
        model.Save(file);
        file.Position = 0;

        Assert.Equal(model, BgBbModel.Load(file));
        Assert.Equal("BG/BB alpha=1.20352 beta=0.75 gamma=0.66 delta=2.8 (each 6 months)", model.ToString());
        string damaged = Encoding.UTF8.GetString(file.ToArray()).Replace("0.75", "-0.75", StringComparison.Ordinal);
        Assert.Equal(
            ModelFileException.ImpossibleValues, Assert.Throws<ModelFileException>(() => BgBbModel.Load(new MemoryStream(Encoding.UTF8.GetBytes(damaged)))).Code);
    }

    [Fact]
    public void Model_ImpossibleArguments_Refuses()
    {
        var model = new BgBbModel(1, 1, 1, 1, Duration.Years(1));

        Assert.Throws<ArgumentOutOfRangeException>(() => new BgBbModel(0, 1, 1, 1, Duration.Years(1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => new BgBbModel(1, 1, 1, double.NaN, Duration.Years(1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => new BgBbModel(1, 1, 1, 1, Duration.Years(0)));
        Assert.Throws<ArgumentOutOfRangeException>(() => new BgBbModel(1, 1, 1, 1, Duration.Forever));
        Assert.Throws<ArgumentOutOfRangeException>(() => model.ExpectedPurchases(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => model.ProbabilityOf(-1, 3));
        Assert.Throws<ArgumentOutOfRangeException>(() => model.ProbabilityOf(1, -3));
        Assert.All(
            new OpportunityPattern[] { new(2, 1, 6), new(1, 7, 6), new(0, 1, 6), new(-1, 0, 6), new(1, 0, 6) },
            pattern => Assert.Contains("count opportunities from 1", Assert.Throws<ArgumentException>(() => model.LogLikelihood(pattern)).Message, StringComparison.Ordinal));
    }

    // In how many orders k purchases can fall on n opportunities, by the last of them.
    private static IEnumerable<(int Last, double Ways)> Orders(int k, int n, int before) => k == 0
        ? [(0, 1)]
        : Enumerable.Range(k, n - k + 1).Select(last => (before + last, MathNet.Numerics.SpecialFunctions.Binomial(last - 1, k - 1)));

    private static Arbitrary<(BgBbModel Model, OpportunityPattern Pattern)> Cases(Gen<double> parameter, int most) => (
        from alpha in parameter
        from beta in parameter
        from gamma in parameter
        from delta in parameter
        from opportunities in Gen.Choose(0, most)
        from last in Gen.Choose(0, opportunities)
        from repeats in Gen.Choose(Math.Min(1, last), last)
        select (new BgBbModel(alpha, beta, gamma, delta, Duration.Years(1)), new OpportunityPattern(repeats, last, opportunities))).ToArbitrary();
}
