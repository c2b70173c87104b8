namespace CustomerInsight.Matching.Tests;

public class SizeQualityTests
{
    [Fact]
    public void Of_ASmallExample_GivesTheNumbersByHand()
    {
        // Clusters {a1, a2, b1}, {b2}, {c1, c2}; entities a, b and c of two records each.
        (int, string)[] records = [(1, "a"), (1, "a"), (1, "b"), (2, "b"), (3, "c"), (3, "c")];

        Assert.Equal(
            [
                new SizeQuality(1, 1, 0, 0, 0, 0, 0, 0),
                new SizeQuality(2, 1, 1, 1, 3, 3, 2, 1),
                new SizeQuality(3, 1, 3, 1, 0, 0, 0, 0),
            ],
            SizeQuality.Of(records));
    }

    [Fact]
    public void Of_AnyPartitions_AddsUpToThePairwiseQuality() =>
        Prop.ForAll(Gen.Choose(0, 9).Two().ArrayOf().ToArbitrary(), pairs =>
        {
            (int, int)[] records = [.. pairs.Select(static pair => (pair.Item1, pair.Item2))];
            var quality = PairwiseQuality.Of(records);
            ValueList<SizeQuality> sizes = SizeQuality.Of(records);
            return sizes.Sum(static row => row.TruePairs) == quality.TruePairs && sizes.Sum(static row => row.FoundPairs) == quality.FoundPairs
                && sizes.Sum(static row => row.CorrectFoundPairs) == quality.CorrectPairs && sizes.Sum(static row => row.FoundTruePairs) == quality.CorrectPairs
                && sizes.Sum(static row => row.Exact) == records.GroupBy(static record => record.Item1).Count(cluster => cluster.Distinct().Count() == 1 && records.Count(other => other.Item2 == cluster.First().Item2) == cluster.Count());
        }).Check(Quick.Tests(300));
}
