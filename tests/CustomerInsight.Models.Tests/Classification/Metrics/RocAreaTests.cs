namespace CustomerInsight.Models.Tests;

public sealed class RocAreaTests
{
    private static readonly Arbitrary<(int First, int Second, bool Label)[]> Cases = (
        from first in Gen.Choose(0, 9)
        from second in Gen.Choose(0, 9)
        from label in Gen.Elements(true, false)
        select (first, second, label)).ListOf().Where(static list => list.Count(static row => row.label) > 1 && list.Count(static row => !row.label) > 1).Select(static list => list.ToArray()).ToArbitrary();

    [Fact]
    public void Of_AnyScores_HasTheErrorOfDeLongsDefinition() => Prop.ForAll(Cases, static rows =>
    {
        (double[] first, double[] second, bool[] labels) = Split(rows);
        var found = RocArea.Of(first, labels);
        var compared = RocComparison.Of(first, second, labels);

        Assert.Equal(ClassificationMetrics.AreaUnderRoc(first, labels), found.Area);
        Assert.Equal(Math.Sqrt(Covariance(first, first, labels)), found.StandardError, 1e-12);
        double variance = Covariance(first, first, labels) + Covariance(second, second, labels) - (2 * Covariance(first, second, labels));
        Assert.Equal(Math.Sqrt(Math.Max(0, variance)), compared.StandardError, 1e-7);
        Assert.Equal(found.Area, compared.First, 1e-12);
        if (compared.StandardError > 0 || compared.Difference == 0)
        {
            Assert.InRange(compared.PValue, 0, 1);
        }
        else
        {
            Assert.Equal(double.NaN, compared.PValue);
        }

        Assert.InRange(found.Low, 0, found.Area);
        Assert.InRange(found.High, found.Area, 1);
    }).Check(Quick.Tests(200));

    [Fact]
    public void Compare_ScoresOfTheSameOrder_DoNotDiffer() => Prop.ForAll(Cases, static rows =>
    {
        (double[] first, _, bool[] labels) = Split(rows);

        var compared = RocComparison.Of(first, [.. first.Select(static score => Math.Exp(score / 3))], labels);

        Assert.Equal((0, 0, 1), (compared.Difference, compared.StandardError, compared.PValue));
    }).Check(Quick.Tests(100));

    [Fact]
    public void Compare_ScoresOfTheSameQuality_HaveEvenPValues()
    {
        // Two measurements of the same, both with an error of their own.
        var random = new SeededRandom(8);
        double[] ps =
        [
            .. Enumerable.Range(0, 400).Select(_ =>
            {
                bool[] labels = [.. Enumerable.Range(0, 150).Select(static row => row % 3 == 0)];
                double[] truth = [.. labels.Select(label => (label ? 1.0 : 0) + random.NextNormal())];
                return RocComparison.Of([.. truth.Select(one => one + random.NextNormal())], [.. truth.Select(one => one + random.NextNormal())], labels).PValue;
            }),
        ];

        Assert.InRange(ps.Count(static p => p < 0.05), 8, 34);
        Assert.InRange(ps.Count(static p => p < 0.5), 165, 235);
    }

    [Fact]
    public void Of_Interval_HoldsTheTruthAsOftenAsItSays()
    {
        // Normal scores one standard deviation apart have the area Φ(1/√2).
        var random = new SeededRandom(5);
        double truth = MathNet.Numerics.Distributions.Normal.CDF(0, 1, 1 / Math.Sqrt(2));
        bool[] labels = [.. Enumerable.Range(0, 200).Select(static row => row % 4 == 0)];

        int held = Enumerable.Range(0, 400).Count(_ => RocArea.Of([.. labels.Select(label => (label ? 1 : 0) + random.NextNormal())], labels, 0.9) is var area && area.Low <= truth && truth <= area.High);

        Assert.InRange(held, 340, 380);
    }

    [Fact]
    public void Of_PerfectScores_HasAnIntervalButNoError()
    {
        var area = RocArea.Of([1, 2, 3, 4], [false, false, true, true]);

        Assert.Equal((1, 0, 1), (area.Area, area.StandardError, area.High));
        Assert.Equal(Math.Sqrt(0.025), area.Low, 1e-12);
        var backwards = RocArea.Of([4, 3, 2, 1], [false, false, true, true]);
        Assert.Equal((0, 0), (backwards.Area, backwards.Low));
        Assert.Equal(1 - Math.Sqrt(0.025), backwards.High, 1e-12);
        Assert.Equal(double.NaN, RocComparison.Of([1, 2, 3, 4], [0, 0, 0, 0], [false, false, true, true]).PValue);
        bool[] many = [.. Enumerable.Range(0, 300).Select(static row => row >= 200)];
        Assert.InRange(RocArea.Of([.. many.Select(static (_, row) => (double)row)], many).Low, 0.96, 0.97);
        Assert.Equal(double.NaN, RocArea.Of([1, 2], [false, true]).StandardError);
        Assert.Throws<ArgumentOutOfRangeException>(static () => RocArea.Of([1, 2], [false, true], 1));
    }

    private static double Covariance(double[] first, double[] second, bool[] labels)
    {
        int[] positives = [.. Enumerable.Range(0, labels.Length).Where(row => labels[row])];
        int[] negatives = [.. Enumerable.Range(0, labels.Length).Where(row => !labels[row])];
        return Part(positives, negatives, first, second) + Part(negatives, positives, first, second);
    }

    /// <summary>The covariance of the placements of some rows among others, over the number of rows.</summary>
    private static double Part(int[] rows, int[] others, double[] first, double[] second)
    {
        double[] ofFirst = [.. rows.Select(row => others.Average(other => Math.Sign(first[row] - first[other]) / 2.0))];
        double[] ofSecond = [.. rows.Select(row => others.Average(other => Math.Sign(second[row] - second[other]) / 2.0))];
        return ofFirst.Zip(ofSecond).Sum(pair => (pair.First - ofFirst.Average()) * (pair.Second - ofSecond.Average())) / (rows.Length - 1) / rows.Length;
    }

    private static (double[] First, double[] Second, bool[] Labels) Split((int First, int Second, bool Label)[] rows) =>
        ([.. rows.Select(static row => (double)row.First)], [.. rows.Select(static row => (double)row.Second)], [.. rows.Select(static row => row.Label)]);
}
