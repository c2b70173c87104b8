using MathNet.Numerics;
using MathNet.Numerics.Integration;

namespace CustomerInsight.Models.Tests;

/// <summary>The family with purchases that take several events each.</summary>
public sealed class RegularPurchasesTests
{
    private static readonly Gen<double> Parameter = Gen.Choose(-400, 500).Select(log => Math.Pow(10, log / 100.0));

    private static readonly Arbitrary<BgNbdModel> AnyModels = (
        from parameters in Parameter.ArrayOf(4)
        from variant in Gen.Elements(BgNbdVariant.Standard, BgNbdVariant.Modified)
        from regularity in Gen.Frequency((3, Gen.Constant(1)), (3, Gen.Choose(2, 4)), (1, Gen.Choose(5, BgNbdModel.MaximumRegularity)))
        select new BgNbdModel(parameters[0], parameters[1], parameters[2], parameters[3], TimeUnit.Day, variant, regularity)).ToArbitrary();

    private static readonly Arbitrary<(RepeatPattern Pattern, double Ahead, int Purchases)> AnyQuestions = (
        from log in Gen.Choose(0, 400)
        from none in Gen.Choose(0, 2)
        from tenure in Gen.Choose(-200, 500)
        from share in Gen.Choose(0, 100)
        from ahead in Gen.Choose(-200, 500)
        from purchases in Gen.Choose(0, 300)
        let repeats = none == 0 ? 0 : (int)Math.Pow(10, log / 100.0)
        let days = Math.Pow(10, tenure / 100.0)
        select (new RepeatPattern(repeats, repeats == 0 ? 0 : days * (share / 100.0), days), Math.Pow(10, ahead / 100.0), (int)Math.Pow(10, purchases / 100.0) - 1)).ToArbitrary();

    /// <summary>Integrals of the posterior, evaluated apart from this library with 30 digits.</summary>
    [Theory]
    [InlineData(.2426, 4.4136, .7929, 2.4259, 1, 2, 30.43, 38.86, 39, .0027, 1.6061827271752185)]
    [InlineData(.2426, 4.4136, .7929, 2.4259, 1, 2, 30.43, 38.86, double.PositiveInfinity, .0027, 7.0966243676010275)]
    [InlineData(.2426, 4.4136, .7929, 2.4259, 1, 0, 0, 39, 52, .0027, 0.23488747388313021)]
    [InlineData(.2426, 4.4136, .7929, 2.4259, 1, 0, 0, 39, double.PositiveInfinity, .0027, 1.012094793224305)]
    [InlineData(.2269, 1.4629, .944, 2.0743, 2, 3, 20, 30, 39, 0, 3.2738251940094134)]
    [InlineData(.2269, 1.4629, .944, 2.0743, 2, 3, 20, 30, 39, .0027, 3.1268371368786236)]
    [InlineData(.2269, 1.4629, .944, 2.0743, 2, 3, 20, 30, double.PositiveInfinity, .0027, 10.027182992547593)]
    [InlineData(.5, 3, 1, 1.5, 3, 0, 0, 10, 39, 0, 0.67636302467531181)]
    [InlineData(.5, 3, 1, 1.5, 3, 0, 0, 10, 39, .01, 0.57134147449483867)]
    [InlineData(.5, 3, 1.2, 1.5, 3, 4, 9, 10, 20, 0, 4.2892388347195722)]
    [InlineData(.5, 3, 1.2, 1.5, 3, 4, 9, 10, 20, .05, 2.9115084507313203)]
    [InlineData(.5, 3, 1.2, 1.5, 3, 4, 9, 10, double.PositiveInfinity, .05, 3.5741541550832057)]
    [InlineData(2, 30, .5, 3, 7, 2, 9, 30, double.PositiveInfinity, .001, 19.945555612864325)]
    public void DiscountedPurchasesIfAlive_KnownCustomers_AgreesWithHighPrecisionValues(
        double r, double alpha, double a, double b, int regularity, int repeats, double active, double tenure, double ahead, double rate, double expected)
    {
        var model = new BgNbdModel(r, alpha, a, b, TimeUnit.Week, BgNbdVariant.Standard, regularity);

        CloseTo.Relative(
            expected,
            model.DiscountedPurchasesIfAlive(RepeatPattern.Of(repeats, Duration.Weeks(active), Duration.Weeks(tenure)), Duration.Weeks(ahead), DiscountRate.Continuous(TimeUnit.Week, rate)),
            1e-13);
    }

    /// <summary>The chance of n purchases is the density of n purchases, the last of them at t, over all t: what fits and what predicts are one model.</summary>
    [Theory]
    [InlineData(BgNbdVariant.Standard, 1)]
    [InlineData(BgNbdVariant.Modified, 1)]
    [InlineData(BgNbdVariant.Standard, 2)]
    [InlineData(BgNbdVariant.Modified, 3)]
    public void ProbabilityOf_AnyCount_IsTheLikelihoodOfAllLastTimes(BgNbdVariant variant, int regularity)
    {
        const double Tenure = 30;
        var model = new BgNbdModel(1.3, 5, .8, 2.4, TimeUnit.Day, variant, regularity);

        CloseTo.Relative(Math.Exp(model.LogLikelihood(new RepeatPattern(0, 0, Tenure))), model.ProbabilityOf(0, Duration.Days(Tenure)), 1e-13);
        for (int n = 1; n < 8; n++)
        {
            int count = n;
            double integral = GaussLegendreRule.Integrate(
                last => Math.Exp(model.LogLikelihood(new RepeatPattern(count, last, Tenure)) + ((count - 1) * Math.Log(last)) - SpecialFunctions.GammaLn(count)), 0, Tenure, 64);
            CloseTo.Relative(integral, model.ProbabilityOf(count, Duration.Days(Tenure)), 1e-9);
        }
    }

    [Theory]
    [InlineData(BgNbdVariant.Standard, 2)]
    [InlineData(BgNbdVariant.Modified, 3)]
    [InlineData(BgNbdVariant.Standard, 6)]
    public void ProbabilityOf_AllCounts_SumToOneAndToTheExpectation(BgNbdVariant variant, int regularity)
    {
        var model = new BgNbdModel(.6 * regularity, 4, .8, 2.4, TimeUnit.Week, variant, regularity);
        foreach (RepeatPattern pattern in new RepeatPattern[] { default, new(0, 0, 90), new(4, 80, 90), new(40, 300, 301) })
        {
            double[] probabilities = [.. Enumerable.Range(0, 300 / regularity).Select(n => model.ProbabilityOf(pattern, n, Duration.Weeks(20)))];

            Assert.Equal(1, probabilities.Sum(), 1e-12);
            CloseTo.Relative(model.ExpectedPurchases(pattern, Duration.Weeks(20)), probabilities.Select((probability, n) => n * probability).Sum(), 1e-10);
        }
    }

    [Fact]
    public void PurchasesIfAlive_SeriesAndIntegral_Agree() => Prop.ForAll(
        (from shape in Gen.Choose(-200, 200)
         from a in Gen.Choose(-200, 200)
         from b in Gen.Choose(-200, 200)
         from regularity in Gen.Choose(2, 6)
         from silent in Gen.Choose(0, 100)
         from days in Gen.Choose(-300, 100)
         let customer = new LivingCustomer(Math.Pow(10, shape / 100.0), 1, Math.Pow(10, a / 100.0), Math.Pow(10, b / 100.0), regularity, silent / 100.0)
         select (customer, Math.Pow(10, days / 100.0))).ToArbitrary(),
        question => CloseTo.Difference(PurchasesIfAlive.Expect(question.customer, question.Item2), DiscountedPurchases.Expect(question.customer, question.Item2, 0)) < 1e-11)
        .Check(Quick.Tests(60));

    [Fact]
    public void Model_AnyParametersAndCustomers_AnswersWithNumbers() => Prop.ForAll(AnyModels, AnyQuestions, (model, question) =>
    {
        (RepeatPattern pattern, double days, int purchases) = question;
        var ahead = Duration.Days(days);
        var rate = DiscountRate.Annual(0.1);
        double undiscounted = model.DiscountedPurchasesIfAlive(pattern, ahead, DiscountRate.None);
        double discounted = model.DiscountedPurchasesIfAlive(pattern, ahead, rate);
        double forever = model.DiscountedPurchasesIfAlive(pattern, Duration.Forever, rate);
        return double.IsFinite(model.LogLikelihood(pattern))
            && model.ProbabilityAlive(pattern) is >= 0 and <= 1
            && model.ProbabilityOf(pattern, purchases, ahead) is >= 0 and <= 1 + 1e-12
            && double.IsFinite(undiscounted) && undiscounted >= 0
            && discounted >= 0 && discounted <= undiscounted * (1 + 1e-11)
            && double.IsFinite(forever) && forever >= discounted * (1 - 1e-11)
            && double.IsFinite(model.ExpectedPurchases(pattern, ahead));
    }).Check(Quick.Tests(60));

    [Fact]
    public void Model_Regularity_IsPartOfItsNameAndItsFile()
    {
        var model = new BgNbdModel(1, 2, 3, 4, TimeUnit.Week, BgNbdVariant.Modified, 2);
        using var file = new MemoryStream();
        model.Save(file);
        file.Position = 0;

        Assert.Equal("MBG/CNBD-2", model.Name);
        Assert.Equal(model, BgNbdModel.Load(file));
        Assert.Equal(model, model.WithParameters([1, 2, 3, 4]));
        Assert.Equal("BG/CNBD-3", new BgNbdModel(1, 2, 3, 4, TimeUnit.Week, BgNbdVariant.Standard, 3).Name);
        Assert.Throws<ArgumentException>(() => model.WithParameters([1, 2, 3]));
        Assert.Throws<ArgumentOutOfRangeException>(() => new BgNbdModel(1, 2, 3, 4, TimeUnit.Week, BgNbdVariant.Modified, 21));
        Assert.Throws<ArgumentOutOfRangeException>(() => new BgNbdModel(1, 2, 3, 4, TimeUnit.Week, (BgNbdVariant)2));
    }

    [Fact]
    public void Load_FileOfVersionOne_IsTheStandardModelOfRandomTimes()
    {
        byte[] file = """{"kind":"customer-insight/bg-nbd","version":1,"model":{"r":1,"alpha":2,"a":3,"b":4,"timeUnit":"Week"}}"""u8.ToArray();

        Assert.Equal(new BgNbdModel(1, 2, 3, 4, TimeUnit.Week), BgNbdModel.Load(new MemoryStream(file)));
    }

    [Fact]
    public void LogLikelihood_PurchasesOfOneMoment_IsFinite() =>
        Assert.True(double.IsFinite(new BgNbdModel(1, 2, 3, 4, TimeUnit.Week, BgNbdVariant.Standard, 3).LogLikelihood(new RepeatPattern(2, 0, 10))));
}
