namespace CustomerInsight.Matching.Tests;

public class UnlinkableRecordsTests
{
    [Fact]
    public void Of_AnyRun_CountsRecordsLighterThanTheThresholdAgainstThemselves() =>
        Prop.ForAll(People.Tables(40).ToArbitrary(), Gen.Elements(0.0, 0.3, 0.5, 0.99, 1.0).ToArbitrary(), (records, probability) =>
        {
            InsightRun run = Runs.Of(records);
            MatchResult result = run.Matches()!;
            var unlinkable = UnlinkableRecords.Of(result);
            int[] expected = [.. Enumerable.Range(0, run.Records.Count).Where(record => result.Explain(record, record).Weight < MatchWeight.OfProbability(probability))];
            return unlinkable.At(probability).SequenceEqual(expected) && unlinkable.CountAt(probability) == expected.Length
                && unlinkable.Records == run.Records.Count
                && unlinkable.Points.All(point => point.Records == Enumerable.Range(0, run.Records.Count).LongCount(record => result.Explain(record, record).Weight <= point.Weight))
                && unlinkable.Points.Last().Records == run.Records.Count;
        }).Check(Quick.Tests(15));
}
