namespace CustomerInsight.Matching.Tests;

public class PrecisionRecallCurveTests
{
    private static readonly WeighedPairs[] Small =
    [
        new(8, 3, 3),
        new(-1, 4, 1),
        new(5, 2, 1),
        new(5, 1, 1),
    ];

    [Fact]
    public void Of_ASmallExample_GivesTheNumbersByHand()
    {
        var curve = PrecisionRecallCurve.Of(Small, truePairs: 8);

        Assert.Equal([8, 5, -1], curve.Points.Select(static point => point.Weight));
        Assert.Equal([new(8, 3, 3), new(8, 6, 5), new(8, 10, 6)], curve.Points.Select(static point => point.Quality));
        Assert.Equal(5, curve.Best.Weight);
        Assert.Equal(10.0 / 14, curve.Best.Quality.F1, 1e-12);
        Assert.Equal(((3 * 1) + (2 * 5.0 / 6) + (1 * 0.6)) / 8, curve.AveragePrecision, 1e-12);
        Assert.Equal(new PairwiseQuality(8, 6, 5), curve.At(4.9));
        Assert.Equal(new PairwiseQuality(8, 0, 0), curve.At(8.1));
        Assert.Equal([6, 10, 0], curve.Table(0.5, 0.0, 1.0).Select(static row => row.Quality.FoundPairs));
    }

    [Fact]
    public void Of_AnyPairs_AgreesWithCountingAtEveryThreshold() =>
        Prop.ForAll(Gen.Choose(-4, 4).Two().ListOf().ToArbitrary(), Gen.Choose(0, 5).ToArbitrary(), (pairs, missed) =>
        {
            WeighedPairs[] weighed = [.. pairs.Select(static pair => new WeighedPairs(pair.Item1 / 2.0, 1, pair.Item2 > 0 ? 1 : 0))];
            long truth = weighed.Sum(static pair => pair.TruePairs) + missed;
            var curve = PrecisionRecallCurve.Of(weighed, truth);
            PairwiseQuality At(double weight) => new(truth, weighed.Count(pair => pair.Weight >= weight), weighed.Count(pair => pair.Weight >= weight && pair.TruePairs > 0));
            double best = weighed.Select(pair => At(pair.Weight).F1).Append(weighed.Length == 0 ? new PairwiseQuality(truth, 0, 0).F1 : 0).Max();
            return Enumerable.Range(-20, 41).All(i => curve.At(i / 8.0) == At(i / 8.0)) && Math.Abs(curve.Best.Quality.F1 - best) < 1e-12
                && curve.Points.All(point => point.Quality == At(point.Weight));
        }).Check(Quick.Tests(400));

    [Fact]
    public void Of_MoreTruePairsThanThereAre_IsRefused()
    {
        Assert.Throws<ArgumentException>(() => PrecisionRecallCurve.Of(Small, truePairs: 5));
        Assert.Throws<ArgumentException>(() => PrecisionRecallCurve.Of([new(double.NaN, 1, 0)], truePairs: 5));
        Assert.Throws<ArgumentException>(() => PrecisionRecallCurve.Of([new(1, 1, 2)], truePairs: 5));
    }

    [Fact]
    public void Of_NoPairs_FindsNothing()
    {
        var curve = PrecisionRecallCurve.Of([], truePairs: 4);

        Assert.Equal(0, curve.Best.Quality.F1);
        Assert.Equal(0, curve.AveragePrecision);
    }
}
