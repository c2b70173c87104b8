namespace CustomerInsight.Matching.Tests;

public class SplinkModelTests
{
    [SharedTheory]
    [InlineData("fake_1000", 4, 4)]
    [InlineData("febrl3", 6, 5)]
    [InlineData("historical_50k", 5, 10)]
    [InlineData("persons_100k", 6, 6)]
    [InlineData("persons_1m", 6, 6)]
    [InlineData("persons_wide_1m", 6, 9)]
    public void Read_AModelThatSplinkSaved_TakesAllOfIt(string name, int comparisons, int rules)
    {
        SplinkModel model = SplinkData.Model(name);

        Assert.True(model.IsComplete, string.Join("; ", model.Notes));
        Assert.Equal(comparisons, model.Model.Comparisons.Count);
        Assert.Equal(rules, model.BlockingRules.Count);
    }

    [SharedFact]
    public void Read_LevelsThatNeverHold_AreNotedByName()
    {
        SplinkModel model = SplinkData.Model("febrl3");

        Assert.Equal(3, model.Notes.Count(note => note.Text.Contains("holds for no pair", StringComparison.Ordinal) && note.Where.StartsWith("date_of_birth: Abs date difference", StringComparison.Ordinal)));
    }

    [SharedFact]
    public void Levels_OfDatesInTheFormatThatTheModelNames_AreNotMissing()
    {
        StandardizedTable table = SplinkData.Table("data", "people", "febrl3", "records.csv");
        StandardizedColumn dates = table.Column(table.Schema.IndexOf("date_of_birth"));
        int[] equal = [.. Enumerable.Range(0, table.Count).Where(i => dates.Ids(i).Length > 0).GroupBy(i => dates.Ids(i)[0]).First(static group => group.Count() > 1).Take(2)];
        int missing = Enumerable.Range(0, table.Count).First(i => dates.Ids(i).Length == 0);
        Comparison comparison = SplinkData.Model("febrl3").Model.Comparisons.Single(static parameters => parameters.Comparison.Name == "date_of_birth").Comparison;
        CompiledComparison compiled = new CompiledComparison(comparison, PairTestCompiler.For(table));

        Assert.Equal("Exact match on date of birth", comparison.Levels[compiled.Level(equal[0], equal[1])].Name);
        Assert.Equal(CompiledComparison.Missing, compiled.Level(equal[0], missing));
    }

    [SharedFact]
    public void Weight_OfThePairsThatSplinkScored_IsSplinks()
    {
        StandardizedTable table = SplinkData.Table("data", "people", "persons_100k", "records.csv.gz");
        var position = table.Records.Select((record, i) => (record.Key, i)).ToDictionary(static entry => entry.Key, static entry => entry.i);
        IPairScorer scorer = SplinkData.Model("persons_100k").Model.WithTermFrequenciesOf(table).Prepare(table).CreateScorer();
        int pairs = 0;
        double most = 0;
        foreach ((RecordKey left, RecordKey right, double weight) in SplinkData.Pairs("persons_100k"))
        {
            pairs++;
            most = Math.Max(most, Math.Abs(scorer.Weight(position[left], position[right]) - weight));
        }

        Assert.Equal(44_891, pairs);
        Assert.InRange(most, 0, 1e-3);
    }
}
