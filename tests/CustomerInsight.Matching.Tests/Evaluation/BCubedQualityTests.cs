namespace CustomerInsight.Matching.Tests;

public class BCubedQualityTests
{
    [Fact]
    public void Of_AnyPartitions_AgreesWithTheDefinition() =>
        Prop.ForAll(Gen.Choose(0, 5).Two().NonEmptyListOf().ToArbitrary(), records =>
        {
            double precision = records.Average(record => (double)records.Count(other => other == record) / records.Count(other => other.Item1 == record.Item1));
            double recall = records.Average(record => (double)records.Count(other => other == record) / records.Count(other => other.Item2 == record.Item2));
            var quality = BCubedQuality.Of(records.Select(static record => (record.Item1, record.Item2)));
            return quality.Records == records.Count && Math.Abs(quality.Precision - precision) < 1e-12 && Math.Abs(quality.Recall - recall) < 1e-12
                && Math.Abs(quality.F1 - (2 * precision * recall / (precision + recall))) < 1e-12;
        }).Check(Quick.Tests(500));

    [Fact]
    public void Of_RecordsInAnyOrder_IsTheSameToTheLastBit() =>
        Prop.ForAll(Gen.Choose(0, 9).Two().ArrayOf().ToArbitrary(), records =>
            BCubedQuality.Of(records.Select(static record => (record.Item1, record.Item2))) == BCubedQuality.Of(records.Reverse().Select(static record => (record.Item1, record.Item2)))).Check(Quick.Tests(300));

    /// <summary>The example of Bagga and Baldwin 1998: the truth {1–5}, {6, 7}, {8–12}; the response {1–5}, {6–12} has precision 16/21 ≈ .762, and {1–5, 8–12}, {6, 7} has 7/12 ≈ .583.</summary>
    [Fact]
    public void Of_TheExampleOfItsAuthors_GivesTheirNumbers()
    {
        (int Record, string Truth)[] records = [.. Enumerable.Range(1, 12).Select(i => (i, i <= 5 ? "A" : i <= 7 ? "B" : "C"))];

        var mild = BCubedQuality.Of(records.Select(static record => (record.Record <= 5 ? 1 : 2, record.Truth)));
        var severe = BCubedQuality.Of(records.Select(static record => (record.Truth == "B" ? 2 : 1, record.Truth)));

        Assert.Equal(16.0 / 21, mild.Precision, 1e-12);
        Assert.Equal(7.0 / 12, severe.Precision, 1e-12);
        Assert.Equal(1, mild.Recall);
        Assert.Equal(1, severe.Recall);
    }

    [Fact]
    public void Of_NoRecords_IsPerfect() => Assert.Equal(1, BCubedQuality.Of(Array.Empty<(int, int)>()).F1);
}
