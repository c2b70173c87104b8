namespace CustomerInsight.Models.Tests;

public sealed class NegativeBinomialTests
{
    private static readonly Arbitrary<(double Shape, double Tau)> Arguments = (
        from shape in Gen.Choose(-400, 300)
        from tau in Gen.Choose(-400, 100)
        select (Math.Pow(10, shape / 100.0), Math.Pow(10, tau / 100.0))).ToArbitrary();

    [Fact]
    public void Probability_AllCounts_SumUpToWhatIsAtLeastThere() => Prop.ForAll(Arguments, p =>
    {
        // 40 times the spread beyond the mean there is nothing left.
        int last = (int)((p.Shape * p.Tau) + (40 * (1 + p.Tau)) + (40 * Math.Sqrt(p.Shape * p.Tau * (1 + p.Tau))));
        double[] probabilities = new double[last + 1];
        double[] atLeast = new double[last + 1];
        var counts = new NegativeBinomial(p.Shape, p.Tau);
        for (; counts.Count <= last; counts.MoveNext())
        {
            probabilities[counts.Count] = counts.Probability;
            atLeast[counts.Count] = counts.AtLeast();
        }

        double sum = 0;
        for (int n = last; n >= 0; n--)
        {
            sum += probabilities[n];
            if (atLeast[n] > 1e-12 && CloseTo.Difference(sum, atLeast[n]) > 1e-10 / Math.Min(1, p.Shape))
            {
                return false;
            }
        }

        return true;
    }).Check(Quick.Tests(200));

    /// <summary>Incomplete beta functions, evaluated apart from this library with 30 digits.</summary>
    [Theory]
    [InlineData(0.25, 0.5, 3, 0.0054102946377749593)]
    [InlineData(0.25, 0.5, 60, 4.0595523840141652e-31)]
    [InlineData(1e-4, 2, 10, 4.478070696085463e-7)]
    [InlineData(300, 2, 500, 0.99323046558021355)]
    [InlineData(300, 2, 1200, 1.0554469574226098e-30)]
    [InlineData(25.2, 10, 20, 0.99999999999999842)]
    public void AtLeast_FarOut_KeepsItsDigits(double shape, double tau, int count, double expected)
    {
        var counts = new NegativeBinomial(shape, tau);
        while (counts.Count < count)
        {
            counts.MoveNext();
        }

        CloseTo.Relative(expected, counts.AtLeast(), 1e-12);
    }

    [Fact]
    public void Probability_NoTime_IsOneForZero()
    {
        var counts = new NegativeBinomial(2, 0);

        Assert.Equal((1, 1), (counts.Probability, counts.AtLeast()));
        counts.MoveNext();
        Assert.Equal((0, 0), (counts.Probability, counts.AtLeast()));
    }
}
