namespace CustomerInsight.Models.Tests;

public sealed class TenurePanelsTests
{
    private static readonly Gen<RepeatPattern> Pattern =
        from repeats in Gen.Frequency((8, Gen.Choose(0, 60)), (1, Gen.Choose(900, 1200)))
        from tenure in Gen.Choose(0, 500).Select(log => Math.Pow(10, (log - 100) / 100.0))
        from none in Gen.Choose(0, 20)
        select new RepeatPattern(repeats, 0, none == 0 ? 0 : tenure);

    private static readonly Arbitrary<RepeatPattern[]> Patterns = Pattern.ArrayOf().ToArbitrary();

    private static readonly Arbitrary<double> Shifts = Gen.Choose(-300, 300).Select(log => Math.Pow(10, log / 100.0)).ToArbitrary();

    [Fact]
    public void Evaluate_TooFewForAPolynomial_AsksForEachAndForManyDoesNot()
    {
        int calls = 0;
        double Counted(int repeats, double tenure)
        {
            Interlocked.Increment(ref calls);
            return Math.Log(2 + repeats + (tenure / 100));
        }

        RepeatPattern[] patterns = [.. Enumerable.Range(0, 18).Select(i => new RepeatPattern(1, 5, 20 + i)), .. Enumerable.Range(0, 500).Select(i => new RepeatPattern(0, 0, 20 + (i / 50.0)))];
        double[] dear = new double[patterns.Length];
        double[] cheap = new double[patterns.Length];

        TenurePanels.Evaluate(Counted, 100, patterns, dear, null, 19);
        Assert.Equal(18 + 19, calls);
        TenurePanels.Evaluate(Counted, 100, patterns, cheap);
        Assert.Equal(18 + (3 * 19), calls);
        Assert.All(dear.Zip(cheap), pair => CloseTo.Relative(pair.First, pair.Second, 1e-12));
    }

    [Fact]
    public void Evaluate_PurchasesIfAlive_AgreesWithTheFunctionItself() => Prop.ForAll(Patterns, Shifts, (patterns, alpha) =>
    {
        Func<int, double, double> function = (repeats, tenure) => PurchasesIfAlive.Expect(new LivingCustomer(0.25 + repeats, alpha + tenure, 0.8, 2.4 + repeats, 1, 0), 273);
        double[] results = Evaluate(function, alpha, patterns);
        return patterns.Zip(results).All(pair => CloseTo.Difference(function(pair.First.Repeats, pair.First.TenureDays), pair.Second) < 4e-12);
    }).Check(Quick.Tests(60));

    [Fact]
    public void Evaluate_OtherCustomersBesides_GivesTheSameBits() => Prop.ForAll(Patterns, Shifts, (patterns, alpha) =>
    {
        Func<int, double, double> function = (repeats, tenure) => Math.Pow(1 + (tenure / alpha), -0.3 * repeats);
        double[] together = Evaluate(function, alpha, patterns);
        return Enumerable.Range(0, patterns.Length).All(i => Evaluate(function, alpha, [patterns[i]])[0].Equals(together[i]));
    }).Check(Quick.Tests(60));

    [Theory]
    [InlineData(0.0)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NaN)]
    public void Evaluate_FunctionThatNoPolynomialFollows_AsksTheFunction(double beyond)
    {
        Func<int, double, double> function = (_, tenure) => tenure < 101 ? 1 : beyond;
        RepeatPattern[] patterns = [.. Enumerable.Range(0, 600).Select(static i => new RepeatPattern(i % 3, 0, i / 3))];

        double[] results = Evaluate(function, 10, patterns);

        Assert.All(results[..303], static value => Assert.Equal(1, value, 1e-12));
        Assert.All(results[303..], value => Assert.Equal(beyond, value));
    }

    [Fact]
    public void Evaluate_ManyCustomersOfFewKinds_AsksTheFunctionSeldom()
    {
        int asked = 0;
        double[] results = Evaluate(
            (repeats, tenure) =>
            {
                Interlocked.Increment(ref asked);
                return (repeats + 1) / (10 + tenure);
            },
            10,
            [.. Enumerable.Range(0, 50_000).Select(i => new RepeatPattern(i % 4, 0, 40 + (i / 1000.0)))]);

        Assert.Equal(50_000, results.Length);
        Assert.InRange(asked, 1, 4 * 4 * 19);
    }

    [Fact]
    public void Evaluate_ShiftThatIsNothingBesideTheTenure_AsksTheFunction() =>
        Assert.Equal([2.5], Evaluate((_, _) => 2.5, 1e-300, [new RepeatPattern(0, 0, 1e300)]));

    [Fact]
    public void Evaluate_NoCustomers_DoesNothing() => Assert.Empty(Evaluate((_, _) => 1, 1, []));

    [Fact]
    public void At_PolynomialOfTheSameDegree_IsExact()
    {
        double[] values = [.. PanelPolynomial.Nodes.ToArray().Select(static z => 3 + Math.Pow(z, 15) - (2 * Math.Pow(z, 4)))];
        double[] coefficients = new double[PanelPolynomial.Size];
        PanelPolynomial.Fill(values, coefficients);

        Assert.Equal(2, PanelPolynomial.At(coefficients, 1), 1e-12);
        Assert.Equal(3 + Math.Pow(-0.3, 15) - (2 * Math.Pow(0.3, 4)), PanelPolynomial.At(coefficients, -0.3), 1e-12);
        Assert.Equal(3, coefficients[0], 1e-12);
        Assert.Equal(-2, coefficients[4], 1e-11);
    }

    private static double[] Evaluate(Func<int, double, double> function, double shift, RepeatPattern[] patterns)
    {
        double[] results = new double[patterns.Length];
        TenurePanels.Evaluate(function, shift, patterns, results);
        return results;
    }
}
