namespace CustomerInsight.Models.Tests;

public sealed class BgNbdModelTests
{
    private static readonly BgNbdModel Model = new(.2426, 4.4136, .7929, 2.4259, TimeUnit.Week);

    private static readonly BgNbdModel Modified = new(.5248, 6.1831, .8914, 1.6140, TimeUnit.Week, BgNbdVariant.Modified);

    private static readonly Arbitrary<(int X, int Active, int Since)> Customers = (
        from x in Gen.Choose(0, 60)
        from active in Gen.Choose(1, 600)
        from since in Gen.Choose(0, 600)
        select (x, active, since)).ToArbitrary();

    [Fact]
    public void ProbabilityAlive_LongerSilence_Falls() => Prop.ForAll(Customers, c =>
    {
        double now = Model.ProbabilityAlive(Pattern(c.X, c.Active, c.Since));
        double later = Model.ProbabilityAlive(Pattern(c.X, c.Active, c.Since + 10));
        return now is >= 0 and <= 1 && (c.X == 0 ? now == 1 && later == 1 : later < now)
            && Modified.ProbabilityAlive(Pattern(c.X, c.Active, c.Since + 10)) < Modified.ProbabilityAlive(Pattern(c.X, c.Active, c.Since));
    }).Check(Quick.Tests(500));

    [Fact]
    public void ExpectedPurchases_LongerHorizon_Grows() => Prop.ForAll(Customers, c =>
    {
        RepeatPattern pattern = Pattern(c.X, c.Active, c.Since);
        return Model.ExpectedPurchases(pattern, Duration.Days(0)) == 0 && Model.ExpectedPurchases(pattern, Duration.Days(30)) < Model.ExpectedPurchases(pattern, Duration.Days(60));
    }).Check(Quick.Tests(200));

    [Fact]
    public void In_OtherUnit_AnswersTheSame() => Prop.ForAll(Customers, c =>
    {
        RepeatPattern pattern = Pattern(c.X, c.Active, c.Since);
        BgNbdModel days = Model.In(TimeUnit.Day);
        return days.Unit == TimeUnit.Day
            && CloseTo.Difference(Model.ProbabilityAlive(pattern), days.ProbabilityAlive(pattern)) < 1e-12
            && CloseTo.Difference(Model.ExpectedPurchases(pattern, Duration.Days(90)), days.ExpectedPurchases(pattern, Duration.Days(90))) < 1e-12
            && Math.Abs(Model.LogLikelihood(pattern) - (c.X * Math.Log(7)) - days.LogLikelihood(pattern)) < 1e-9;
    }).Check(Quick.Tests(200));

    [Fact]
    public void ProbabilityOf_AllCounts_SumToOneAndToTheExpectation() => Prop.ForAll(Customers, c =>
    {
        RepeatPattern pattern = Pattern(c.X, c.Active, c.Since);
        return new[] { Model, Modified }.All(model =>
        {
            double[] probabilities = [.. Enumerable.Range(0, 2_000).Select(n => model.ProbabilityOf(pattern, n, Duration.Weeks(20)))];
            double mean = probabilities.Select((probability, n) => n * probability).Sum();
            return Math.Abs(probabilities.Sum() - 1) < 1e-12 && CloseTo.Difference(model.ExpectedPurchases(pattern, Duration.Weeks(20)), mean) < 1e-10;
        });
    }).Check(Quick.Tests(25));

    [Fact]
    public void DiscountedPurchasesIfAlive_AnyHorizon_IsTheSumOfDiscountedSteps()
    {
        const int Steps = 4_000;
        var rate = DiscountRate.Continuous(TimeUnit.Week, .05);
        foreach (BgNbdModel model in new[] { Model, Modified })
        {
            var pattern = new RepeatPattern(3, 50, 90);
            double sum = 0;
            double before = 0;
            for (int i = 1; i <= Steps; i++)
            {
                double total = model.DiscountedPurchasesIfAlive(pattern, Duration.Weeks(i / 100.0), DiscountRate.None);
                sum += (total - before) * rate.FactorAt(Duration.Weeks((i - 0.5) / 100));
                before = total;
            }

            CloseTo.Relative(sum, model.DiscountedPurchasesIfAlive(pattern, Duration.Weeks(Steps / 100.0), rate), 1e-7);
            CloseTo.Relative(
                model.DiscountedPurchasesIfAlive(pattern, Duration.Weeks(2_000), rate), model.DiscountedPurchasesIfAlive(pattern, Duration.Forever, rate), 1e-14);
        }
    }

    [Fact]
    public void DiscountedPurchasesIfAlive_ForEverWithoutDiscount_IsFiniteWhereCustomersMustStop()
    {
        Assert.Equal(double.PositiveInfinity, Model.DiscountedPurchasesIfAlive(default, Duration.Forever, DiscountRate.None));
        Assert.Equal(5, new BgNbdModel(1, 1, 1.5, 2, TimeUnit.Day).DiscountedPurchasesIfAlive(default, Duration.Forever, DiscountRate.None));
    }

    [Fact]
    public void Methods_ImpossibleArguments_Refuse()
    {
        var impossible = new RepeatPattern(1, 20, 10);

        Assert.Contains("same time zone", Assert.Throws<ArgumentException>(() => Model.ProbabilityAlive(impossible)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => Model.LogLikelihood(impossible));
        Assert.Throws<ArgumentException>(() => Model.ExpectedPurchases(impossible, Duration.Days(10)));
        Assert.Throws<ArgumentOutOfRangeException>(() => Model.ExpectedPurchases(default, Duration.Days(-1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => Model.ExpectedPurchases(Duration.Days(double.NaN)));
    }

    [Theory]
    [InlineData(0, 1, 1, 1)]
    [InlineData(1, double.NaN, 1, 1)]
    [InlineData(1, 1, -1, 1)]
    [InlineData(1, 1, 1, double.PositiveInfinity)]
    public void Model_ImpossibleParameters_Refuses(double r, double alpha, double a, double b) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new BgNbdModel(r, alpha, a, b, TimeUnit.Day));

    [Fact]
    public void Model_EqualParameters_IsEqual()
    {
        Assert.Equal(new BgNbdModel(1, 2, 3, 4, TimeUnit.Day), new BgNbdModel(1, 2, 3, 4, TimeUnit.Day));
        Assert.NotEqual(new BgNbdModel(1, 2, 3, 4, TimeUnit.Day), new BgNbdModel(1, 2, 3, 4, TimeUnit.Week));
        Assert.Equal("BG/NBD r=1 alpha=2 (Day) a=3 b=4", new BgNbdModel(1, 2, 3, 4, TimeUnit.Day).ToString());
        Assert.Throws<ArgumentOutOfRangeException>(() => new BgNbdModel(1, 2, 3, 4, (TimeUnit)9));
    }

    private static RepeatPattern Pattern(int x, int active, int since) => new(x, x == 0 ? 0 : active, active + since);
}
