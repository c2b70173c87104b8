namespace CustomerInsight.Models.Tests;

public sealed class ObjectiveTests
{
    private static readonly Gen<double> Log = Gen.Choose(-200, 200).Select(value => value / 100.0);

    private static readonly RepeatPattern[] Patterns = [.. Shop.Drawn(80, 7).Customers.Select(customer => customer.Pattern)];
    private static readonly ParallelOptions OneThread = FixedChunks.Parallel(1, CancellationToken.None);
    private static readonly SpendPattern[] Spends = [.. Shop.Drawn(80, 7).Customers.Select(customer => customer.Spend).Where(spend => spend.IsUsable).OrderBy(spend => spend.Purchases).ThenBy(spend => spend.MeanSpend)];

    [Theory]
    [InlineData(BgNbdVariant.Standard, 1)]
    [InlineData(BgNbdVariant.Modified, 1)]
    [InlineData(BgNbdVariant.Standard, 2)]
    [InlineData(BgNbdVariant.Modified, 5)]
    public void BgNbd_AnyPoint_IsTheMeanOfTheModelsLogLikelihoods(BgNbdVariant variant, int regularity)
    {
        var likelihood = new BgNbdLikelihood(PatternCounts.From(Patterns), TimeUnit.Week, variant, regularity, FixedChunks.Parallel(1, CancellationToken.None));
        IObjective objective = likelihood.Weighted(likelihood.Counts);
        Prop.ForAll(Log.ArrayOf(4).ToArbitrary(), point =>
        {
            double expected = Patterns.Sum(likelihood.ModelAt(point).LogLikelihood);
            return CloseTo.Difference(expected, likelihood.LogLikelihood(objective.Evaluate(point, new double[4]))) < 1e-11;
        }).Check(Quick.Tests(100));
    }

    [Theory]
    [InlineData(BgNbdVariant.Standard, 1)]
    [InlineData(BgNbdVariant.Modified, 1)]
    [InlineData(BgNbdVariant.Standard, 2)]
    [InlineData(BgNbdVariant.Modified, 5)]
    public void BgNbd_AnyPoint_HasTheGradientOfItsValue(BgNbdVariant variant, int regularity) => Prop.ForAll(
        Log.ArrayOf(4).ToArbitrary(), point => HasItsGradient(new BgNbdObjective(PatternCounts.From(Patterns), 100, variant, regularity), point)).Check(Quick.Tests(100));

    [Fact]
    public void ParetoNbd_AnyPoint_IsTheSumOfTheModelsLogLikelihoods() =>
        Prop.ForAll(Log.ArrayOf(4).ToArbitrary(), point => IsTheModels(new ParetoNbdLikelihood(PatternCounts.From(Patterns), TimeUnit.Week, OneThread), point)).Check(Quick.Tests(100));

    [Fact]
    public void ParetoNbd_AnyPoint_HasTheGradientOfItsValue() => Prop.ForAll(
        Log.ArrayOf(4).ToArbitrary(), point => HasItsGradient(new ParetoNbdObjective(new PatternRows(PatternCounts.From(Patterns)), 100, OneThread), point)).Check(Quick.Tests(100));

    [Theory]
    [InlineData(20, 20, -20, 20)]
    [InlineData(-1, -2, 18, 19)]
    [InlineData(3, -9, -9, -9)]
    [InlineData(-2, -1, -1, -1)]
    public void ParetoNbd_FarOut_HasTheGradientOfItsValue(double r, double alpha, double s, double beta) =>
        Assert.True(HasItsGradient(new ParetoNbdObjective(new PatternRows(PatternCounts.From(Patterns)), 100, OneThread), [r, alpha, s, beta]));

    [Fact]
    public void Nbd_AnyPoint_IsTheSumOfTheModelsLogLikelihoods() =>
        Prop.ForAll(Log.ArrayOf(2).ToArbitrary(), point => IsTheModels(new NbdLikelihood(PatternCounts.From(Patterns), TimeUnit.Week, OneThread), point)).Check(Quick.Tests(100));

    [Fact]
    public void Nbd_AnyPoint_HasTheGradientOfItsValue() => Prop.ForAll(
        Log.ArrayOf(2).ToArbitrary(), point => HasItsGradient(new NbdObjective(new PatternRows(PatternCounts.From(Patterns)), 100, OneThread), point)).Check(Quick.Tests(100));

    [Fact]
    public void GammaGamma_AnyPoint_IsTheMeanOfTheModelsLogLikelihoods() => Prop.ForAll(Log.ArrayOf(3).ToArbitrary(), point =>
    {
        var model = new GammaGammaModel(Math.Exp(point[0]), Math.Exp(point[1]), Math.Exp(point[2]));
        double value = new GammaGammaObjective(SpendRows.From(Spends), 1).Evaluate(point, new double[3]);
        return CloseTo.Difference(-Spends.Average(spend => model.LogLikelihood(spend.Purchases, spend.MeanSpend)), value) < 1e-10;
    }).Check(Quick.Tests(100));

    [Fact]
    public void GammaGamma_AnyPoint_HasTheGradientOfItsValue() =>
        Prop.ForAll(Log.ArrayOf(3).ToArbitrary(), point => HasItsGradient(new GammaGammaObjective(SpendRows.From(Spends), 50), point)).Check(Quick.Tests(100));

    [Fact]
    public void Objectives_FarOut_HaveNoValue()
    {
        Assert.Equal(double.PositiveInfinity, new BgNbdObjective(PatternCounts.From(Patterns), 7).Evaluate([0, 26, 0, 0], new double[4]));
        Assert.Equal(double.PositiveInfinity, new ParetoNbdObjective(new PatternRows(PatternCounts.From(Patterns)), 7, OneThread).Evaluate([0, 0, -26, 0], new double[4]));
        Assert.Equal(double.PositiveInfinity, new NbdObjective(new PatternRows(PatternCounts.From(Patterns)), 7, OneThread).Evaluate([0, double.NaN], new double[2]));
        Assert.Equal(double.PositiveInfinity, new GammaGammaObjective(SpendRows.From(Spends), 7).Evaluate([double.NaN, 0, 0], new double[3]));
    }

    private static bool IsTheModels<TModel>(IWeightedLikelihood<TModel> likelihood, double[] point)
        where TModel : class, IPurchaseModel
    {
        TModel model = likelihood.ModelAt(point);
        double value = likelihood.Weighted(likelihood.Counts).Evaluate(point, new double[point.Length]);
        double[] back = likelihood.PointOf(model);
        return CloseTo.Difference(Patterns.Sum(model.LogLikelihood), likelihood.LogLikelihood(value)) < 1e-11 && point.Zip(back, (a, b) => Math.Abs(a - b) < 1e-13).All(same => same);
    }

    private static bool HasItsGradient(IObjective objective, double[] point)
    {
        const double Step = 1e-5;
        double[] gradient = new double[point.Length];
        double[] ignored = new double[point.Length];
        objective.Evaluate(point, gradient);
        for (int i = 0; i < point.Length; i++)
        {
            double[] low = [.. point];
            double[] high = [.. point];
            low[i] -= Step;
            high[i] += Step;
            double slope = (objective.Evaluate(high, ignored) - objective.Evaluate(low, ignored)) / (2 * Step);
            if (Math.Abs(slope - gradient[i]) > 1e-6 * Math.Max(1, Math.Abs(slope)))
            {
                return false;
            }
        }

        return true;
    }
}
