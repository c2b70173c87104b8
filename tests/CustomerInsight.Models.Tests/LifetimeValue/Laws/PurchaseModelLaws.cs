namespace CustomerInsight.Models.Tests;

/// <summary>What holds for every purchase model, whatever its formulas.</summary>
public sealed class PurchaseModelLaws
{
    // Near the least number there is, a chance may be lost to 0 in one of two ways to compute it.
    private const double Vanishing = 1e-300;

    private static readonly Duration Ahead = Duration.Weeks(26);
    private static readonly DiscountRate Rate = DiscountRate.Annual(0.15);
    private static readonly Arbitrary<RepeatPattern> Patterns = LawModels.Pattern.ToArbitrary();

    public static TheoryData<IPurchaseModel> Models { get; } = new(LawModels.All);

    [Fact]
    public void Models_OfEveryKind_AreHeldAgainstTheLaws() => Assert.Equal(
        typeof(IPurchaseModel).Assembly.GetTypes().Where(static type => type.IsClass && type.IsAssignableTo(typeof(IPurchaseModel))).Select(static type => type.Name).Order(),
        LawModels.All.Select(static model => model.GetType().Name).Distinct().Order());

    [Theory]
    [MemberData(nameof(Models))]
    public void ProbabilityOf_AllCountsOfANewCustomer_SumToOneAndToTheExpectation(IPurchaseModel model)
    {
        foreach (Duration ahead in new[] { Duration.Days(1), Duration.Weeks(10), Duration.Months(8) })
        {
            AssertDistribution(count => model.ProbabilityOf(count, ahead), model.ExpectedPurchases(ahead));
        }
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void ProbabilityOf_AllCountsOfAKnownCustomer_SumToOneAndToTheExpectation(IPurchaseModel model)
    {
        foreach (RepeatPattern pattern in new[] { default, new RepeatPattern(0, 0, 200), new RepeatPattern(3, 100, 150), new RepeatPattern(7, 20, 300) })
        {
            AssertDistribution(count => model.ProbabilityOf(pattern, count, Duration.Weeks(10)), model.ExpectedPurchases(pattern, Duration.Weeks(10)));
        }
    }

    // P(X = x) = ∫ density of x purchases, the last at t · t^(x − 1) / (x − 1)! dt: the others may lie anywhere before.
    [Theory]
    [MemberData(nameof(Models))]
    public void LogLikelihood_OverAllLastPurchases_IsTheProbabilityOfTheCount(IPurchaseModel model)
    {
        var tenure = Duration.Weeks(30);
        double end = tenure.In(model.Unit);

        CloseTo.Relative(model.ProbabilityOf(0, tenure), Math.Exp(model.LogLikelihood(RepeatPattern.Of(0, default, tenure))), 1e-9);
        foreach (int repeats in new[] { 1, 2, 5, 9 })
        {
            double logFactorial = Numeric.LogRising(1, repeats - 1);
            double sum = Integrate(
                at => Math.Exp(model.LogLikelihood(RepeatPattern.Of(repeats, new Duration(at, model.Unit), tenure)) + (repeats > 1 ? (repeats - 1) * Math.Log(at) : 0) - logFactorial), end);
            CloseTo.Relative(model.ProbabilityOf(repeats, tenure), sum, 1e-6);
        }
    }

    // What is expected of everyone after T, on average over what they did before, is E[X(T + t)] − E[X(T)].
    [Theory]
    [MemberData(nameof(Models))]
    public void ExpectedPurchases_OverAllThatCanHaveHappened_AreThoseOfANewCustomerLater(IPurchaseModel model)
    {
        var tenure = Duration.Days(6);
        var ahead = Duration.Weeks(6);
        double end = tenure.In(model.Unit);
        RepeatPattern none = RepeatPattern.Of(0, default, tenure);
        double sum = model.ProbabilityOf(0, tenure) * model.ExpectedPurchases(none, ahead);
        double alive = model.ProbabilityOf(0, tenure) * model.ProbabilityAlive(none);
        double missing = 1 - model.ProbabilityOf(0, tenure);
        for (int repeats = 1; missing > 1e-6 && repeats < 150; repeats++)
        {
            int count = repeats;
            double logFactorial = Numeric.LogRising(1, count - 1);
            sum += Integrate(at => Density(count, logFactorial, at) * model.ExpectedPurchases(RepeatPattern.Of(count, new Duration(at, model.Unit), tenure), ahead), end, 60);
            alive += Integrate(at => Density(count, logFactorial, at) * model.ProbabilityAlive(RepeatPattern.Of(count, new Duration(at, model.Unit), tenure)), end, 60);
            missing -= model.ProbabilityOf(repeats, tenure);
        }

        double expected = model.ExpectedPurchases(Duration.Days(6 + 42)) - model.ExpectedPurchases(tenure);
        CloseTo.Relative(expected, sum, 1e-4);
        Assert.InRange(alive, 0, 1 + 1e-6);

        double Density(int count, double logFactorial, double at) =>
            Math.Exp(model.LogLikelihood(RepeatPattern.Of(count, new Duration(at, model.Unit), tenure)) + (count > 1 ? (count - 1) * Math.Log(at) : 0) - logFactorial);
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void Answers_AnyCustomer_KeepTheirOrder(IPurchaseModel model) => Prop.ForAll(Patterns, pattern =>
    {
        double alive = model.ProbabilityAlive(pattern);
        double expected = model.ExpectedPurchases(pattern, Ahead);
        double ifAlive = model.DiscountedPurchasesIfAlive(pattern, Ahead, DiscountRate.None);
        double discounted = model.DiscountedPurchasesIfAlive(pattern, Ahead, Rate);
        double forEver = model.DiscountedPurchasesIfAlive(pattern, Duration.Forever, Rate);
        double active = 1 - model.ProbabilityOf(pattern, 0, Ahead);
        Assert.InRange(alive, 0, 1);
        CloseTo.Relative(alive * ifAlive, expected, 1e-9);
        Assert.InRange(discounted, ifAlive * Rate.FactorAt(Ahead) * (1 - 1e-9), ifAlive * (1 + 1e-9));
        Assert.InRange(model.DiscountedPurchasesIfAlive(pattern, Ahead, DiscountRate.Annual(0.5)), 0, discounted * (1 + 1e-9));
        Assert.InRange(discounted, 0, model.DiscountedPurchasesIfAlive(pattern, Duration.Weeks(52), Rate) * (1 + 1e-9));
        Assert.InRange(discounted, 0, forEver * (1 + 1e-9));
        CloseTo.Relative(forEver, model.DiscountedPurchasesIfAlive(pattern, Duration.Years(400), Rate), 1e-8);
        Assert.InRange(expected, 0, model.ExpectedPurchases(pattern, Duration.Weeks(52)) * (1 + 1e-9));
        Assert.Equal(0, model.ExpectedPurchases(pattern, default));
        Assert.Equal(1, model.ProbabilityOf(pattern, 0, default), 1e-12);
        Assert.InRange(active, -1e-12, Math.Min(alive, expected) + 1e-9);
    }).Check(Quick.Tests(30));

    // ∫ e^(−δs) dE(s) = e^(−δt) E(t) + δ ∫ e^(−δs) E(s) ds.
    [Theory]
    [MemberData(nameof(Models))]
    public void DiscountedPurchases_AnyCustomer_AreTheIntegralOfTheExpected(IPurchaseModel model)
    {
        foreach (RepeatPattern pattern in new[] { default, new RepeatPattern(2, 30, 200), new RepeatPattern(20, 300, 310) })
        {
            double delta = DiscountRate.Annual(3).ContinuousPer(TimeUnit.Day);
            double days = 300;
            double byParts = (Math.Exp(-delta * days) * IfAlive(days)) + (delta * Integrate(day => Math.Exp(-delta * day) * IfAlive(day), days, 200));
            CloseTo.Relative(byParts, model.DiscountedPurchasesIfAlive(pattern, Duration.Days(days), DiscountRate.Annual(3)), 2e-6);

            double IfAlive(double day) => model.DiscountedPurchasesIfAlive(pattern, Duration.Days(day), DiscountRate.None);
        }
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void ProbabilityAlive_LongerSilence_DoesNotRise(IPurchaseModel model) => Prop.ForAll(Patterns, Gen.Choose(1, 500).ToArbitrary(), (pattern, days) =>
        model.ProbabilityAlive(pattern with { TenureDays = pattern.TenureDays + days }) <= model.ProbabilityAlive(pattern) * (1 + 1e-12)).Check(Quick.Tests(60));

    [Theory]
    [MemberData(nameof(Models))]
    public void In_AnotherUnit_AnswersTheSameOfTheSameTime(IPurchaseModel model) => Prop.ForAll(Patterns, Gen.Elements(Enum.GetValues<TimeUnit>()).ToArbitrary(), (pattern, unit) =>
    {
        IPurchaseModel other = LawModels.In(model, unit);
        double inOther = model.LogLikelihood(pattern) + (pattern.Repeats * Math.Log(new Duration(1, unit).In(model.Unit)));
        return other.Unit == unit && other.Name == model.Name
            && Math.Abs(inOther - other.LogLikelihood(pattern)) <= 1e-9 * Math.Max(1, Math.Abs(inOther) + pattern.Repeats)
            && CloseTo.Difference(model.ProbabilityAlive(pattern), other.ProbabilityAlive(pattern)) < 1e-9
            && CloseTo.Difference(model.ExpectedPurchases(pattern, Ahead), other.ExpectedPurchases(pattern, Ahead)) < 1e-9
            && CloseTo.Difference(model.DiscountedPurchasesIfAlive(pattern, Duration.Forever, Rate), other.DiscountedPurchasesIfAlive(pattern, Duration.Forever, Rate)) < 1e-9
            && Math.Abs(model.ProbabilityOf(pattern, 2, Ahead) - other.ProbabilityOf(pattern, 2, Duration.Days(182))) < 1e-10;
    }).Check(Quick.Tests(30));

    [Theory]
    [MemberData(nameof(Models))]
    public void Bulk_Cancelled_Stops(IPurchaseModel model)
    {
        RepeatPattern[] rows = [new(2, 30, 60), new(0, 0, 10)];
        var stopped = new CancellationToken(true);

        Assert.ThrowsAny<OperationCanceledException>(() => model.ProbabilitiesAlive(rows, stopped));
        Assert.ThrowsAny<OperationCanceledException>(() => model.ExpectedPurchases(rows, Ahead, stopped));
        Assert.ThrowsAny<OperationCanceledException>(() => model.DiscountedPurchases(rows, Duration.Forever, Rate, stopped));
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void Bulk_AnyCustomers_IsWhatEachGetsAlone(IPurchaseModel model) => Prop.ForAll(LawModels.Pattern.ListOf(12).ToArbitrary(), patterns =>
    {
        RepeatPattern[] rows = [.. patterns];
        ParallelOptions parallel = FixedChunks.Parallel(0, CancellationToken.None);
        double[] alive = PurchasePredictions.Alive(model, rows, parallel);
        double[] ahead = PurchasePredictions.DiscountedIfAlive(model, rows, Ahead, DiscountRate.None, parallel);
        double[] forEver = PurchasePredictions.DiscountedIfAlive(model, rows, Duration.Forever, Rate, parallel);
        double[] backwards = PurchasePredictions.DiscountedIfAlive(model, [.. rows.Reverse()], Duration.Forever, Rate, parallel);
        double[] some = PurchasePredictions.Alive(model, rows[..(rows.Length / 2)], parallel);
        return backwards.Reverse().SequenceEqual(forEver) && some.SequenceEqual(alive.Take(some.Length))
            && rows.Select((pattern, i) =>
                (CloseTo.Difference(model.ProbabilityAlive(pattern), alive[i]) < 1e-11 || Math.Max(model.ProbabilityAlive(pattern), alive[i]) < Vanishing)
                && CloseTo.Difference(model.DiscountedPurchasesIfAlive(pattern, Ahead, DiscountRate.None), ahead[i]) < 1e-11
                && CloseTo.Difference(model.DiscountedPurchasesIfAlive(pattern, Duration.Forever, Rate), forEver[i]) < 1e-11).All(static isSame => isSame);
    }).Check(Quick.Tests(3));

    [Theory]
    [MemberData(nameof(Models))]
    public void Models_OfTheSameParameters_AreEqual(IPurchaseModel model)
    {
        double[] values = [.. model.Parameters.Select(static parameter => parameter.Value)];
        double[] others = [.. values];
        others[^1] *= 1.5;

        Assert.Equal(model, model.WithParameters(values));
        Assert.Equal(model.GetHashCode(), model.WithParameters(values).GetHashCode());
        Assert.Equal(model, LawModels.SaveAndLoad(model));
        Assert.NotEqual(model, model.WithParameters(others));
        Assert.Equal(others, model.WithParameters(others).Parameters.Select(static parameter => parameter.Value));
        Assert.Equal(model.Unit, model.WithParameters(others).Unit);
        Assert.Equal(model.Name, model.WithParameters(others).Name);
        Assert.Contains(model.Name, model.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void Arguments_OutOfRange_AreRefused(IPurchaseModel model)
    {
        var impossible = new RepeatPattern(1, 5, 3);

        Assert.Throws<ArgumentException>(() => model.LogLikelihood(impossible));
        Assert.Throws<ArgumentException>(() => model.ProbabilityAlive(impossible));
        Assert.Throws<ArgumentException>(() => model.ExpectedPurchases(impossible, Ahead));
        Assert.Throws<ArgumentException>(() => model.DiscountedPurchasesIfAlive(impossible, Ahead, Rate));
        Assert.Throws<ArgumentException>(() => model.ProbabilityOf(impossible, 0, Ahead));
        Assert.Throws<ArgumentOutOfRangeException>(() => model.ExpectedPurchases(Duration.Days(-1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => model.ExpectedPurchases(Duration.Forever));
        Assert.Throws<ArgumentOutOfRangeException>(() => model.ExpectedPurchases(default, Duration.Days(double.NaN)));
        Assert.Throws<ArgumentOutOfRangeException>(() => model.DiscountedPurchasesIfAlive(default, Duration.Days(-1), Rate));
        Assert.Throws<ArgumentOutOfRangeException>(() => model.ProbabilityOf(-1, Ahead));
        Assert.Throws<ArgumentOutOfRangeException>(() => model.ProbabilityOf(default, 0, Duration.Forever));
        Assert.Throws<ArgumentException>(() => model.WithParameters([1]));
        Assert.Throws<ArgumentOutOfRangeException>(() => model.WithParameters([.. model.Parameters.Select(static _ => 0.0)]));
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void Answers_ExtremeParametersAndCustomers_AreNumbers(IPurchaseModel model) => Prop.ForAll(
        Gen.Choose(-400, 500).Select(static log => Math.Pow(10, log / 100.0)).ArrayOf(model.Parameters.Count).ToArbitrary(),
        LawModels.ExtremePattern.ToArbitrary(),
        (parameters, pattern) =>
        {
            IPurchaseModel extreme = model.WithParameters(parameters);
            return double.IsFinite(extreme.LogLikelihood(pattern))
                && extreme.ProbabilityAlive(pattern) is >= 0 and <= 1
                && extreme.ExpectedPurchases(pattern, Ahead) is >= 0 and < double.PositiveInfinity
                && extreme.DiscountedPurchasesIfAlive(pattern, Duration.Forever, Rate) is >= 0 and < double.PositiveInfinity
                && extreme.ProbabilityOf(pattern, 3, Ahead) is >= 0 and <= 1
                && extreme.ProbabilityOf(0, Ahead) is >= 0 and <= 1;
        }).Check(Quick.Tests(25));

    private static void AssertDistribution(Func<int, double> probabilityOf, double expected)
    {
        double total = 0;
        double mean = 0;
        for (int count = 0; count < 4_000; count++)
        {
            double probability = probabilityOf(count);
            Assert.InRange(probability, 0, 1);
            total += probability;
            mean += count * probability;

            // What is left falls at least as fast as a geometric series by then.
            if (count > 20 && count > 3 * expected && probability * count < 1e-12)
            {
                break;
            }
        }

        Assert.Equal(1, total, 1e-9);
        CloseTo.Relative(expected, mean, 1e-7);
    }

    // By s = t u² (3 − 2u): smooth to 0 at both ends, where densities may have roots. Then Simpson.
    private static double Integrate(Func<double, double> function, double end, int steps = 400)
    {
        double sum = 0;
        for (int i = 1; i < steps; i++)
        {
            double u = (double)i / steps;
            sum += (i % 2 == 0 ? 2 : 4) * 6 * u * (1 - u) * function(end * u * u * (3 - (2 * u)));
        }

        return sum * end / (3 * steps);
    }
}
