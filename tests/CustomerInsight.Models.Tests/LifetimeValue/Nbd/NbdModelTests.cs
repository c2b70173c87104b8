namespace CustomerInsight.Models.Tests;

public sealed class NbdModelTests
{
    private static readonly NbdModel Model = new(.385, 12.072, TimeUnit.Week);

    private static readonly Arbitrary<RepeatPattern> Patterns = (
        from x in Gen.Choose(0, 60)
        from active in Gen.Choose(1, 600)
        from since in Gen.Choose(0, 600)
        select new RepeatPattern(x, x == 0 ? 0 : active, active + since)).ToArbitrary();

    [Fact]
    public void LogLikelihood_Pattern_IsTheDensityOfThatManyPurchasesAtAnyTimes() => Prop.ForAll(Patterns, pattern =>
    {
        // The times are uniform given their number: P(X = x) = density · T^x / x!.
        double log = pattern.Repeats * Math.Log(pattern.TenureDays / 7) - Numeric.LogRising(1, pattern.Repeats);
        return CloseTo.Difference(Math.Exp(Model.LogLikelihood(pattern) + log), Model.ProbabilityOf(pattern.Repeats, Duration.Days(pattern.TenureDays))) < 1e-10;
    }).Check(Quick.Tests(300));

    [Fact]
    public void ProbabilityOf_AnyPattern_SumsToOneWithTheMeanExpected() => Prop.ForAll(Patterns, pattern =>
    {
        double[] probabilities = [.. Enumerable.Range(0, 400).Select(n => Model.ProbabilityOf(pattern, n, Duration.Weeks(20)))];
        double mean = probabilities.Select((probability, n) => n * probability).Sum();
        return Math.Abs(probabilities.Sum() - 1) < 1e-9 && CloseTo.Difference(Model.ExpectedPurchases(pattern, Duration.Weeks(20)), mean) < 1e-8;
    }).Check(Quick.Tests(10));

    [Fact]
    public void ProbabilityOf_ManyPurchasesOfAlmostEqualCustomers_IsPoisson()
    {
        var alike = new NbdModel(1e9, 1e9, TimeUnit.Day);

        CloseTo.Relative(Math.Exp(-3) * 4.5, alike.ProbabilityOf(2, Duration.Days(3)), 1e-8);
    }

    [Fact]
    public void DiscountedPurchases_Horizon_GrowsToForEver()
    {
        var pattern = new RepeatPattern(2, 30, 90);
        var rate = DiscountRate.Continuous(TimeUnit.Week, .01);
        double perWeek = 2.385 / (12.072 + (90 / 7.0));

        CloseTo.Relative(perWeek / .01, Model.DiscountedPurchasesIfAlive(pattern, Duration.Forever, rate), 1e-14);
        CloseTo.Relative(perWeek * (1 - Math.Exp(-.39)) / .01, Model.DiscountedPurchasesIfAlive(pattern, Duration.Weeks(39), rate), 1e-13);
        CloseTo.Relative(perWeek * 39, Model.ExpectedPurchases(pattern, Duration.Weeks(39)), 1e-14);
        Assert.Equal(double.PositiveInfinity, Model.DiscountedPurchasesIfAlive(pattern, Duration.Forever, DiscountRate.None));
        Assert.Equal(1, Model.ProbabilityAlive(pattern));
    }

    [Fact]
    public void Bulk_AnyPatterns_GivesWhatEachCustomerAloneGets() => Prop.ForAll(Patterns.Generator.ArrayOf().ToArbitrary(), patterns =>
    {
        IBulkPurchaseModel bulk = Model;
        double[] alive = new double[patterns.Length];
        double[] value = new double[patterns.Length];
        bulk.ProbabilitiesAlive(patterns, alive);
        bulk.DiscountedPurchasesIfAlive(patterns, Duration.Years(2), DiscountRate.Annual(.1), value);
        return alive.All(one => one == 1)
            && value.SequenceEqual(patterns.Select(pattern => Model.DiscountedPurchasesIfAlive(pattern, Duration.Years(2), DiscountRate.Annual(.1))));
    }).Check(Quick.Tests(60));

    [Fact]
    public void Methods_ImpossibleArguments_Refuse()
    {
        var impossible = new RepeatPattern(1, 20, 10);

        Assert.Throws<ArgumentException>(() => Model.ProbabilityAlive(impossible));
        Assert.Throws<ArgumentException>(() => Model.LogLikelihood(impossible));
        Assert.Throws<ArgumentException>(() => Model.ProbabilityOf(impossible, 1, Duration.Days(10)));
        Assert.Throws<ArgumentException>(() => ((IBulkPurchaseModel)Model).ProbabilitiesAlive([impossible], new double[1]));
        Assert.Throws<ArgumentOutOfRangeException>(() => Model.ExpectedPurchases(Duration.Forever));
        Assert.Throws<ArgumentOutOfRangeException>(() => Model.ProbabilityOf(-1, Duration.Days(1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => new NbdModel(0, 2, TimeUnit.Day));
    }

    [Fact]
    public void Model_SavedAndLoaded_IsEqual()
    {
        using var file = new MemoryStream();
        Model.Save(file);
        file.Position = 0;

        Assert.Equal(Model, NbdModel.Load(file));
        Assert.Equal(Model, ((IPurchaseModel)Model).WithParameters([.. Model.Parameters.Select(parameter => parameter.Value)]));
        CloseTo.Relative(Model.Alpha, Model.In(TimeUnit.Day).In(TimeUnit.Week).Alpha, 1e-15);
        Assert.Equal("NBD r=0.385 alpha=12.072 (Week)", Model.ToString());
    }
}
