namespace CustomerInsight.Matching.Tests;

public class DirectScorerTests
{
    private static readonly double[] Needed = [double.NegativeInfinity, -20, -6.6, -1, 0, 2.5, 9, 40];

    [Fact]
    public void Weight_AnyPairOfAnyModel_IsThatOfTheTableToTheLastBit() =>
        Prop.ForAll(DirectPeople.Tables(12).ToArbitrary(), Gen.Choose(1, int.MaxValue).ToArbitrary(), static (records, seed) =>
        {
            StandardizedTable table = StandardizedTable.Of(records);
            return Agree(DirectModels.Random(table.Schema, (ulong)seed), table);
        }).Check(Quick.Tests(80));

    [Fact]
    public void Weight_ATrainedModelOfPeople_IsThatOfTheTableToTheLastBit()
    {
        StandardizedTable table = StandardizedTable.Of([.. MatchTrainerTests.Doubles(25), .. People.Random(5, 20)]);
        Assert.True(Agree((MatchModel)new MatchTrainer().Train(table, PeopleDesign.For(table.Schema), new MatchingOptions(), new ParallelOptions()).Model, table));
    }

    [Theory]
    [InlineData(30, 12)]
    [InlineData(31, 0)]
    public void Weight_AnIdentifierThatExpires_CountsForAsLong(int days, double bits)
    {
        var model = new MatchModel(0.5, [], new Dictionary<string, TermFrequencies>(), new IdentifierPolicies([new("phone", IdentifierStrength.Strong) { ExpiresAfterDays = 30 }]), 1);
        RecordContent[] contents = [.. new[] { 0, days }.Select(static day => new RecordContent(EntityKind.Person, [], [new("phone", "", "1")], null, DateTimeOffset.UnixEpoch.AddDays(day)))];

        Assert.Equal(bits, new DirectScorer(model, RecordSchema.Empty).Weight(contents[0], contents[1]));
    }

    [Fact]
    public void Weigh_ManyAtOnce_IsEachByItself()
    {
        StandardizedTable table = StandardizedTable.Of(People.Random(3, 100));
        var direct = new DirectScorer(MatchModelTests.Model(table, householdShare: 0.01), table.Schema);
        RecordContent[] contents = [.. Enumerable.Range(0, table.Count).Select(record => DirectPeople.Content(table, record)).Where(static content => content.Identifiers.Count == 0)];
        double[] weights = new double[contents.Length];
        direct.Weigh(contents[0], contents, 0, weights);

        Assert.True(contents.Length > 64);
        Assert.Equal(contents.Select(content => direct.Weight(contents[0], content, 0)), weights);
    }

    [Fact]
    public void New_AModelThatReadsWhatIsNotThere_Throws()
    {
        StandardizedTable table = StandardizedTable.Of(People.Random(1, 3));
        var exception = Assert.Throws<ArgumentException>(() => new DirectScorer(MatchModelTests.Model(table), new RecordSchema(table.Schema.Attributes.Skip(1))));
        Assert.Contains(table.Schema.Attributes[0].Name, exception.Message, StringComparison.Ordinal);
    }

    internal static bool Agree(MatchModel model, StandardizedTable table)
    {
        IPairScorer scorer = model.Prepare(table).CreateScorer();
        var direct = new DirectScorer(model, table.Schema);
        RecordContent[] contents = [.. Enumerable.Range(0, table.Count).Select(record => DirectPeople.Content(table, record, policies: model.Identifiers))];
        return Enumerable.Range(0, table.Count).All(left => Enumerable.Range(0, table.Count).All(right =>
        {
            PairEvidence expected = scorer.Explain(left, right);
            PairEvidence found = direct.Explain(contents[left], contents[right]);
            return expected.Weight.Equals(found.Weight)
                && expected.PriorWeight.Equals(found.PriorWeight)
                && expected.Evidence == found.Evidence
                && expected.Weight.Equals(direct.Weight(contents[left], contents[right]))
                && Needed.All(needed => direct.Weight(contents[left], contents[right], needed) is var weight && (expected.Weight >= needed ? weight.Equals(expected.Weight) : weight < needed));
        }));
    }
}
