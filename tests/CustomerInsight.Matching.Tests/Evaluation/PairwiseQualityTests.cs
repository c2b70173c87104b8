namespace CustomerInsight.Matching.Tests;

public class PairwiseQualityTests
{
    [Fact]
    public void Of_AnyPartitions_AgreesWithCountingPairs() =>
        Prop.ForAll(Gen.Choose(0, 5).Two().ArrayOf().ToArbitrary(), records =>
        {
            (int, int)[] pairs = [.. from i in Enumerable.Range(0, records.Length) from j in Enumerable.Range(0, i) select (i, j)];
            long truth = pairs.LongCount(pair => records[pair.Item1].Item2 == records[pair.Item2].Item2);
            long found = pairs.LongCount(pair => records[pair.Item1].Item1 == records[pair.Item2].Item1);
            long both = pairs.LongCount(pair => records[pair.Item1] == records[pair.Item2]);
            return PairwiseQuality.Of(records.Select(record => (record.Item1, record.Item2))) == new PairwiseQuality(truth, found, both);
        }).Check(Quick.Tests(500));

    [Fact]
    public void Shares_OfCounts_AreTheirQuotients()
    {
        var quality = new PairwiseQuality(TruePairs: 10, FoundPairs: 8, CorrectPairs: 6);

        Assert.Equal(0.75, quality.Precision);
        Assert.Equal(0.6, quality.Recall);
        Assert.Equal(12.0 / 18, quality.F1, 1e-12);
        Assert.Equal(1, new PairwiseQuality(0, 0, 0).F1);
    }
}
