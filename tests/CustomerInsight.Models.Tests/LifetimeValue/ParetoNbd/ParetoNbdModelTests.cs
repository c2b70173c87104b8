namespace CustomerInsight.Models.Tests;

public sealed class ParetoNbdModelTests
{
    private static readonly ParetoNbdModel Model = new(.553, 10.578, .606, 11.669, TimeUnit.Week);

    // ln of 1e-4 to 1e5, and now and then what fits end at where the data say nothing.
    private static readonly Gen<double> Parameter = Gen.Frequency((9, Gen.Choose(-9_210, 11_512)), (1, Gen.Choose(-25_000, 25_000))).Select(log => Math.Exp(log / 1000.0));

    private static readonly Gen<RepeatPattern> Pattern =
        from x in Gen.Frequency((3, Gen.Constant(0)), (5, Gen.Choose(1, 20)), (2, Gen.Choose(21, 10_000)))
        from tenure in Gen.Choose(-3_000, 11_512)
        from share in Gen.Frequency((1, Gen.Constant(0)), (1, Gen.Constant(1_000)), (4, Gen.Choose(1, 999)))
        let days = Math.Exp(tenure / 1000.0)
        select new RepeatPattern(x, x == 0 ? 0 : days * (share / 1000.0), days);

    private static readonly Arbitrary<(ParetoNbdModel Model, RepeatPattern Pattern)> Anything = (
        from parameters in Parameter.ArrayOf(4)
        from pattern in Pattern
        select (new ParetoNbdModel(parameters[0], parameters[1], parameters[2], parameters[3], TimeUnit.Day), pattern)).ToArbitrary();

    [Fact]
    public void Answers_AnyModelAndPattern_AreFiniteAndInRange() => Prop.ForAll(Anything, Parameter.ToArbitrary(), (any, time) =>
    {
        (ParetoNbdModel model, RepeatPattern pattern) = any;
        time = Math.Min(time, 1e8);
        double alive = model.ProbabilityAlive(pattern);
        double expected = model.ExpectedPurchases(pattern, Duration.Days(time));
        double ifAlive = model.DiscountedPurchasesIfAlive(pattern, Duration.Days(time), DiscountRate.None);
        double discounted = model.DiscountedPurchasesIfAlive(pattern, Duration.Days(time), DiscountRate.Annual(.1));
        double forEver = model.DiscountedPurchasesIfAlive(pattern, Duration.Forever, DiscountRate.Annual(.1));
        double none = model.ProbabilityOf(pattern, 0, Duration.Days(time));
        double three = model.ProbabilityOf(pattern, 3, Duration.Days(time));
        return double.IsFinite(model.LogLikelihood(pattern))
            && alive is >= 0 and <= 1
            && double.IsFinite(expected) && expected >= 0 && expected <= ifAlive
            && discounted <= ifAlive * (1 + 1e-12) && discounted <= forEver * (1 + 1e-12) && double.IsFinite(forEver) && discounted >= 0
            && none >= 1 - alive - 1e-12 && none <= 1 && three is >= 0 and <= 1 && none + three <= 1 + 1e-12;
    }).Check(Quick.Tests(1_500));

    [Fact]
    public void ProbabilityOf_AnyPattern_SumsToOneWithTheMeanExpected() => Prop.ForAll(Pattern.ToArbitrary(), Gen.Choose(1, 300).ToArbitrary(), (pattern, days) =>
    {
        if (pattern.Repeats > 200 || pattern.TenureDays < 30)
        {
            return true;
        }

        double[] probabilities = [.. Enumerable.Range(0, 400).Select(n => Model.ProbabilityOf(pattern, n, Duration.Days(days)))];
        double mean = probabilities.Select((probability, n) => n * probability).Sum();
        double left = probabilities[^1];
        return left > 1e-9 || (Math.Abs(probabilities.Sum() - 1) < 1e-7 && CloseTo.Difference(Model.ExpectedPurchases(pattern, Duration.Days(days)), mean) < 1e-5);
    }).Check(Quick.Tests(40));

    [Fact]
    public void ProbabilityAlive_LongerSilence_Falls() => Prop.ForAll(Pattern.ToArbitrary(), pattern =>
    {
        double now = Model.ProbabilityAlive(pattern);
        double later = Model.ProbabilityAlive(pattern with { TenureDays = pattern.TenureDays * 1.1 });
        return later < now || now == 0;
    }).Check(Quick.Tests(500));

    [Fact]
    public void ProbabilityAlive_LastPurchaseNow_IsOne() => Assert.Equal(1, Model.ProbabilityAlive(new RepeatPattern(3, 40, 40)));

    [Fact]
    public void Answers_NeighbouringSingularities_AreContinuous()
    {
        var pattern = new RepeatPattern(3, 50, 200);
        foreach ((double s, double beta) in new[] { (1.0, 30.0), (.7, 20.0) })
        {
            var exact = new ParetoNbdModel(.5, 20, s, beta, TimeUnit.Day);
            var beside = new ParetoNbdModel(.5, 20, s * (1 + 1e-13), beta * (1 + 1e-13), TimeUnit.Day);

            CloseTo.Relative(exact.LogLikelihood(pattern), beside.LogLikelihood(pattern), 1e-11);
            CloseTo.Relative(exact.ProbabilityAlive(pattern), beside.ProbabilityAlive(pattern), 1e-11);
            CloseTo.Relative(exact.ExpectedPurchases(pattern, Duration.Days(90)), beside.ExpectedPurchases(pattern, Duration.Days(90)), 1e-11);
        }
    }

    [Fact]
    public void DiscountedPurchases_ForEverWithoutDiscount_AreFiniteWhereLivesAre()
    {
        var pattern = new RepeatPattern(2, 30, 90);

        Assert.Equal(double.PositiveInfinity, Model.DiscountedPurchasesIfAlive(pattern, Duration.Forever, DiscountRate.None));
        CloseTo.Relative(
            2.5 / 110 * (130 / 1.5),
            new ParetoNbdModel(.5, 20, 2.5, 40, TimeUnit.Day).DiscountedPurchasesIfAlive(pattern, Duration.Forever, DiscountRate.None),
            1e-14);
    }

    [Fact]
    public void In_OtherUnit_AnswersTheSame() => Prop.ForAll(Pattern.ToArbitrary(), pattern =>
    {
        ParetoNbdModel days = Model.In(TimeUnit.Day);
        var rate = DiscountRate.Annual(.15);
        return days.Unit == TimeUnit.Day && Model.In(TimeUnit.Week) == Model
            && CloseTo.Difference(1 + Model.ProbabilityAlive(pattern), 1 + days.ProbabilityAlive(pattern)) < 1e-9
            && CloseTo.Difference(Model.DiscountedPurchasesIfAlive(pattern, Duration.Months(5), rate), days.DiscountedPurchasesIfAlive(pattern, Duration.Months(5), rate)) < 1e-12
            && Math.Abs(Model.LogLikelihood(pattern) - (pattern.Repeats * Math.Log(7)) - days.LogLikelihood(pattern)) < 1e-10 * Math.Max(1, Math.Abs(days.LogLikelihood(pattern)));
    }).Check(Quick.Tests(300));

    [Fact]
    public void Bulk_AnyPatterns_GivesWhatEachCustomerAloneGets() => Prop.ForAll(Pattern.ArrayOf().ToArbitrary(), patterns =>
    {
        IBulkPurchaseModel bulk = Model;
        double[] alive = new double[patterns.Length];
        double[] value = new double[patterns.Length];
        double[] expected = new double[patterns.Length];
        bulk.ProbabilitiesAlive(patterns, alive);
        bulk.DiscountedPurchasesIfAlive(patterns, Duration.Forever, DiscountRate.Annual(.1), value);
        bulk.DiscountedPurchasesIfAlive(patterns, Duration.Weeks(39), DiscountRate.None, expected);
        return alive.SequenceEqual(patterns.Select(Model.ProbabilityAlive))
            && expected.SequenceEqual(patterns.Select(pattern => Model.DiscountedPurchasesIfAlive(pattern, Duration.Weeks(39), DiscountRate.None)))
            && value.Zip(patterns).All(pair => CloseTo.Difference(Model.DiscountedPurchasesIfAlive(pair.Second, Duration.Forever, DiscountRate.Annual(.1)), pair.First) < 1e-11);
    }).Check(Quick.Tests(20));

    [Fact]
    public void Methods_ImpossibleArguments_Refuse()
    {
        var impossible = new RepeatPattern(1, 20, 10);
        IPurchaseModel model = Model;

        Assert.Throws<ArgumentException>(() => model.ProbabilityAlive(impossible));
        Assert.Throws<ArgumentException>(() => model.LogLikelihood(impossible));
        Assert.Throws<ArgumentException>(() => model.ExpectedPurchases(impossible, Duration.Days(10)));
        Assert.Throws<ArgumentException>(() => model.ProbabilityOf(impossible, 1, Duration.Days(10)));
        Assert.Throws<ArgumentException>(() => model.WithParameters([1, 2, 3]));
        Assert.Throws<ArgumentException>(() => ((IBulkPurchaseModel)Model).ProbabilitiesAlive([impossible], new double[1]));
        Assert.Throws<ArgumentOutOfRangeException>(() => model.ExpectedPurchases(default, Duration.Days(-1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => model.ExpectedPurchases(Duration.Forever));
        Assert.Throws<ArgumentOutOfRangeException>(() => model.ProbabilityOf(-1, Duration.Days(1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ParetoNbdModel(1, 2, 0, 4, TimeUnit.Day));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ParetoNbdModel(1, 2, 3, double.PositiveInfinity, TimeUnit.Day));
    }

    [Fact]
    public void Model_SavedAndLoaded_IsEqual()
    {
        using var file = new MemoryStream();
        Model.Save(file);
        file.Position = 0;

        Assert.Equal(Model, ParetoNbdModel.Load(file));
        Assert.Equal(Model, ((IPurchaseModel)Model).WithParameters([.. Model.Parameters.Select(parameter => parameter.Value)]));
        Assert.Equal(["r", "alpha", "s", "beta"], Model.Parameters.Select(parameter => parameter.Name));
        Assert.NotEqual(Model, Model.In(TimeUnit.Day));
        Assert.Equal("Pareto/NBD r=0.553 alpha=10.578 s=0.606 beta=11.669 (Week)", Model.ToString());
    }
}
