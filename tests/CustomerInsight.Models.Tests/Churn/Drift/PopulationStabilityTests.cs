using System.Globalization;

namespace CustomerInsight.Models.Tests;

public sealed class PopulationStabilityTests
{
    private static readonly Arbitrary<(int[] First, int[] Second)> Samples = (
        from first in Gen.Choose(0, 9).NonEmptyListOf()
        from second in Gen.Choose(0, 9).NonEmptyListOf()
        select (first.ToArray(), second.ToArray())).ToArbitrary();

    [SharedFact]
    public void Of_TelcoMonthlyCharges_IsTheReference()
    {
        string[][] rows = [.. File.ReadLines(SharedData.Path("data", "churn", "telco_churn.csv")).Skip(1).Select(static line => line.Split(','))];
        double[] charges = [.. rows.Select(static row => double.Parse(row[18], CultureInfo.InvariantCulture))];
        bool[] left = [.. rows.Select(static row => row[20] == "Yes")];
        var folds = TelcoScores.Customers.Zip(TelcoScores.Folds).ToDictionary(static pair => pair.First, static pair => pair.Second);
        bool[] fourth = [.. rows.Select(row => folds[row[0]] == 4)];

        Assert.Equal(0.3795362831, PopulationStability.Of(Where(charges, left, false), Where(charges, left, true)), 1e-10);
        Assert.Equal(0.0131923195, PopulationStability.Of(Where(charges, fourth, false), Where(charges, fourth, true)), 1e-10);
    }

    [Fact]
    public void Of_AnySamples_IsNoughtForTheSameAndNeverBelow() => Prop.ForAll(Samples, static pair =>
    {
        double[] first = [.. pair.First.Select(static value => (double)value)];
        double[] second = [.. pair.Second.Select(static value => (double)value)];

        Assert.Equal(0, PopulationStability.Of(first, [.. first.Reverse()]));
        Assert.True(PopulationStability.Of(first, second) >= 0);
    }).Check(Quick.Tests(200));

    [Fact]
    public void Of_MostlyOneValue_SeesItsShareChange()
    {
        double[] reference = [.. Enumerable.Range(0, 1_000).Select(static row => row < 950 ? 0.0 : row)];
        double[] current = [.. Enumerable.Range(0, 1_000).Select(static row => row < 600 ? 0.0 : row)];

        Assert.Equal(((0.6 - 0.95) * Math.Log(0.6 / 0.95)) + ((0.4 - 0.05) * Math.Log(0.4 / 0.05)), PopulationStability.Of(reference, current), 1e-12);
        Assert.True(PopulationStability.Of([5, 5, 5], [6, 6, 6]) > 1);
        Assert.True(PopulationStability.Of([5, 5, 5], [4, 4, 4]) > 1);
    }

    [Fact]
    public void Of_WrongInput_IsRefused()
    {
        Assert.Throws<ArgumentException>(static () => PopulationStability.Of([], [1]));
        Assert.Contains("Row 1", Assert.Throws<ArgumentException>(static () => PopulationStability.Of([1], [1, double.NaN])).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(static () => PopulationStability.Of([1], [1], 1));
        Assert.Throws<ArgumentException>(static () => PopulationStability.OfShares([1], [0.5, 0.5]));
        Assert.Throws<ArgumentException>(static () => PopulationStability.OfShares([0.5, 0.5], [-0.5, 1.5]));
    }

    [Fact]
    public void KolmogorovSmirnov_AnySamples_IsTheLargestDistance() => Prop.ForAll(Samples, static pair =>
    {
        double expected = Enumerable.Range(0, 10).Max(value => Math.Abs(
            (pair.First.Count(one => one <= value) / (double)pair.First.Length) - (pair.Second.Count(one => one <= value) / (double)pair.Second.Length)));
        var test = KolmogorovSmirnovTest.Of([.. pair.First.Select(static value => (double)value)], [.. pair.Second.Select(static value => (double)value)]);

        Assert.Equal(expected, test.Statistic, 1e-12);
        Assert.InRange(test.PValue, 0, 1);
    }).Check(Quick.Tests(200));

    [Theory]
    [InlineData(0.5, 0.9639452436)]
    [InlineData(1.0, 0.2699996717)]
    [InlineData(1.5, 0.0222179626)]
    [InlineData(2.0, 0.0006709253)]
    public void KolmogorovSmirnov_ManyRows_HasTheLimitDistribution(double x, double p) =>
        Assert.Equal(p, KolmogorovSmirnovTest.PValueOf(x / 20_000, 800_000_000, 800_000_000), 2e-5);

    [Fact]
    public void KolmogorovSmirnov_SameDistribution_HasEvenPValues()
    {
        var random = new SeededRandom(2);
        double[] ps = [.. Enumerable.Range(0, 400).Select(_ => KolmogorovSmirnovTest.Of(Draw(random, 80), Draw(random, 120)).PValue)];

        Assert.InRange(ps.Count(static p => p < 0.1), 20, 60);
        Assert.InRange(ps.Count(static p => p < 0.5), 150, 250);
        Assert.Throws<ArgumentException>(static () => KolmogorovSmirnovTest.Of([], [1]));
    }

    private static double[] Draw(SeededRandom random, int count) => [.. Enumerable.Range(0, count).Select(_ => random.NextNormal())];

    private static double[] Where(double[] values, bool[] mask, bool wanted) => [.. values.Where((_, row) => mask[row] == wanted)];
}
