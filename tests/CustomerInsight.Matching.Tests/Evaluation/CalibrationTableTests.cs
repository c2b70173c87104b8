namespace CustomerInsight.Matching.Tests;

public class CalibrationTableTests
{
    [Fact]
    public void Of_ASmallExample_GivesTheNumbersByHand()
    {
        // Odds of 1:1 and 3:1: probabilities .5 and .75.
        var curve = PrecisionRecallCurve.Of([new(0, 4, 1), new(Math.Log2(3), 8, 6)], truePairs: 9);

        var table = CalibrationTable.Of(curve, [0, 0.6, 1]);

        Assert.Equal([(0, 0.6, 4), (0.6, 1, 8)], table.Rows.Select(static row => (row.From, row.To, row.Pairs)));
        Assert.Equal([0.5, 0.75], table.Rows.Select(static row => Math.Round(row.Stated, 12)));
        Assert.Equal([0.25, 0.75], table.Rows.Select(static row => row.Observed.Value));
        Assert.Equal(((4 * 0.25) + (6 * 0.0625) + (2 * 0.5625)) / 12, table.BrierScore, 1e-12);
        Assert.Equal(4 * 0.25 / 12, table.CalibrationError, 1e-12);
    }

    [Fact]
    public void Of_AnyPairs_CountsEachInTheRowOfItsProbability() =>
        Prop.ForAll(Gen.Choose(-40, 40).ArrayOf().ToArbitrary(), weights =>
        {
            var table = CalibrationTable.Of(PrecisionRecallCurve.Of(weights.Select(static weight => new WeighedPairs(weight, 1, weight > 0 ? 1 : 0)), weights.Count(static weight => weight > 0)));
            return table.Rows.All(row => row.Pairs == weights.Count(weight => MatchWeight.ToProbability(weight) is var p && p >= row.From && (p < row.To || row.To == 1)))
                && table.Rows.Sum(static row => row.Pairs) == weights.Length;
        }).Check(Quick.Tests(200));

    [Theory]
    [InlineData(0.0, 0.5)]
    [InlineData(0.1, 1.0)]
    [InlineData(0.0, 0.5, 0.5, 1.0)]
    [InlineData(0.0, double.NaN, 1.0)]
    public void Of_EdgesThatDoNotRiseFromZeroToOne_AreRefused(params double[] edges) =>
        Assert.Throws<ArgumentException>(() => CalibrationTable.Of(PrecisionRecallCurve.Of([], 0), edges));
}
