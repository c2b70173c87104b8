namespace CustomerInsight.Matching.Tests;

public class MatchModelTests
{
    [Fact]
    public void Explain_AnyPair_EvidenceAddsUpToTheWeightToTheLastBit() =>
        Prop.ForAll(People.Tables(15).ToArbitrary(), records =>
        {
            StandardizedTable table = StandardizedTable.Of(records);
            IPairScorer scorer = Model(table, householdShare: 0.01).Prepare(table).CreateScorer();
            return Pairs(table.Count).All(pair =>
            {
                PairEvidence evidence = scorer.Explain(pair.Left, pair.Right);
                return evidence.Evidence.Aggregate(evidence.PriorWeight, (sum, line) => sum + line.Weight) == evidence.Weight
                    && evidence.Weight == scorer.Weight(pair.Left, pair.Right);
            });
        }).Check(Quick.Tests(200));

    [Fact]
    public void Weight_AnyPair_IsSymmetric() =>
        Prop.ForAll(People.Tables(15).ToArbitrary(), records =>
        {
            StandardizedTable table = StandardizedTable.Of(records);
            IPairScorer scorer = Model(table, householdShare: 0.01).Prepare(table).CreateScorer();
            return Pairs(table.Count).All(pair => scorer.Weight(pair.Left, pair.Right) == scorer.Weight(pair.Right, pair.Left));
        }).Check(Quick.Tests(200));

    [Fact]
    public void Weight_APairOfATrainedModel_DoesNotDependOnOtherRecords()
    {
        SourceRecord[] records = MatchTrainerTests.Doubles(50);
        StandardizedTable all = StandardizedTable.Of(records);
        IMatchModel model = new MatchTrainer().Train(all, PeopleDesign.For(all.Schema), new MatchingOptions(), new ParallelOptions()).Model;
        StandardizedTable two = StandardizedTable.Of(records[..2]);

        Assert.Equal(model.Prepare(all).CreateScorer().Weight(0, 1), model.Prepare(two).CreateScorer().Weight(0, 1));
    }

    [Fact]
    public void Explain_AMissingValue_IsNeutral()
    {
        StandardizedTable table = StandardizedTable.Of([People.Record("1", values: ["Ann", "Lee"]), People.Record("2", values: ["Ann"])]);

        FieldEvidence family = Model(table).Prepare(table).CreateScorer().Explain(0, 1).Evidence.Single(line => line.Comparison == "family name");

        Assert.Equal(new FieldEvidence("family name", "missing", 0), family);
    }

    [Fact]
    public void Weight_ACommonAndARareSharedValue_DifferByTheirFrequency()
    {
        StandardizedTable table = StandardizedTable.Of([People.Record("1", values: ["Ann"]), People.Record("2", values: ["Ann"]), People.Record("3", values: ["Zoé"]), People.Record("4", values: ["Zoe"])]);
        var frequencies = new TermFrequencies(1000, [new("ann", 100), new("zoe", 4)]);
        IPairScorer scorer = Model(table, frequencies).Prepare(table).CreateScorer();

        Assert.Equal(Math.Log2(100.0 / 4), scorer.Weight(2, 3) - scorer.Weight(0, 1), 1e-9);
    }

    [Theory]
    [InlineData(IdentifierStrength.Weak, 0, false)]
    [InlineData(IdentifierStrength.Shared, 6, false)]
    [InlineData(IdentifierStrength.Strong, 12, true)]
    [InlineData(IdentifierStrength.Unique, 30, true)]
    public void Weight_ASharedIdentifier_CountsAsItsPolicySays(IdentifierStrength strength, double bits, bool alone)
    {
        StandardizedTable table = StandardizedTable.Of([Holder("1", "77"), Holder("2", "77"), Holder("3", "78")]);
        MatchModel model = Model(table, policies: new IdentifierPolicies([new("card", strength)]));
        IPairScorer scorer = model.Prepare(table).CreateScorer();

        Assert.Equal(bits, scorer.Weight(0, 1) - scorer.Weight(0, 2) + (alone ? model.PriorWeight : 0), 1e-9);
    }

    [Fact]
    public void Weight_AnIdentifierOfManyRecords_CountsNothing()
    {
        SourceRecord[] crowd = [.. Enumerable.Range(0, 40).Select(i => new SourceRecord(People.Schema, new RecordKey("s", $"r{i:00}"), People.Record("x", values: [$"Name{i}", $"Family{i}"]).Values) { Identifiers = [new("card", "shop", "0000")] })];
        StandardizedTable table = StandardizedTable.Of(crowd);
        var model = (MatchModel)new MatchTrainer().Train(table, PeopleDesign.For(table.Schema), new MatchingOptions { LargestBlock = 30 }, new ParallelOptions()).Model;

        Assert.Equal(new Identifier("card", "shop", "0000"), Assert.Single(model.HubIdentifiers));
        Assert.True(model.Prepare(table).CreateScorer().Weight(0, 1) < 0);
    }

    [Fact]
    public void Weight_CrossedNames_CountOnce()
    {
        StandardizedTable table = StandardizedTable.Of([People.Record("1", values: ["Thomas", "James"]), People.Record("2", values: ["James", "Thomas"])]);

        PairEvidence evidence = Model(table).Prepare(table).CreateScorer().Explain(0, 1);

        Assert.Contains(evidence.Evidence, line => line.Comparison == "given name" && line.Level == "in the other name's field");
        Assert.Contains(evidence.Evidence, line => line.Comparison == "family name" && line.Weight == 0);
    }

    [Fact]
    public void Constructor_HouseholdShareOutOfRange_IsRefused()
    {
        StandardizedTable table = StandardizedTable.Of([People.Record("1")]);

        Assert.Throws<ArgumentOutOfRangeException>(() => Model(table, householdShare: 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Model(table, householdShare: -0.1));
    }

    [Fact]
    public void TermFrequencies_AValueTwice_IsRefusedWithoutNamingIt()
    {
        ArgumentException thrown = Assert.Throws<ArgumentException>(() => new TermFrequencies(10, [new("quigley", 2), new("quigley", 3)]));

        Assert.DoesNotContain("quigley", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Weight_ABlockedIdentifier_CountsNothing()
    {
        StandardizedTable table = StandardizedTable.Of([Holder("1", "77"), Holder("2", "77"), Holder("3", "78")]);
        IPairScorer scorer = Model(table, policies: new IdentifierPolicies([new("card", IdentifierStrength.Unique) { BlockedValues = ["77"] }])).Prepare(table).CreateScorer();

        Assert.Equal(scorer.Weight(0, 2), scorer.Weight(0, 1));
    }

    [Fact]
    public void Weight_WhatAHouseholdSharesAlone_IsNoMatch()
    {
        string?[] ann = ["Ann", "Grant", "1980-04-05", "ann@a.com", "02079460000", "Leeds"];
        StandardizedTable table = StandardizedTable.Of(
        [
            People.Record("1", values: ann),
            People.Record("2", values: ["Bob", "Grant", "1955-01-31", "bob@b.org", "02079460000", "Leeds"]),
            People.Record("3", values: ["Ann", "Grant", "1980-04-05", "ann@c.net", "02079460000", "Leeds"]),
        ]);
        IPairScorer plain = Model(table).Prepare(table).CreateScorer();
        IPairScorer knowing = Model(table, householdShare: 0.002).Prepare(table).CreateScorer();

        Assert.True(knowing.Weight(0, 1) < plain.Weight(0, 1) - 10);
        Assert.True(knowing.Weight(0, 1) < 0);
        Assert.True(knowing.Weight(0, 2) > 7);
        Assert.Contains(knowing.Explain(0, 1).Evidence, line => line.Comparison == "household" && line.Weight < -10);
        Assert.DoesNotContain(plain.Explain(0, 1).Evidence, line => line.Comparison == "household");
    }

    [Fact]
    public void Explain_AsText_HoldsBitsAndLevelsButNoValueOfTheRecords()
    {
        StandardizedTable table = StandardizedTable.Of([People.Record("1", values: ["Katherine", "Quigley", "1980-04-05"]), People.Record("2", values: ["Katherine", "Quigly", "1980-04-05"])]);
        PairEvidence evidence = Model(table).Prepare(table).CreateScorer().Explain(0, 1);
        string text = evidence.Explain() + evidence.Summarize();

        Assert.Contains("given name: same", text, StringComparison.Ordinal);
        Assert.Contains("bits in all, probability", text, StringComparison.Ordinal);
        Assert.DoesNotContain("kather", text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("quigl", text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("1980", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Explain_WeightsThatRoundToNothing_AreNeitherListedNorSigned()
    {
        string text = new PairEvidence(-0.01, -0.004, [new("name", "same", 0.02), new("city", "different", -0.026)]).Explain();

        Assert.Equal("    0.0  before looking: how rarely two records are one customer", text.Split('\n')[0].TrimEnd());
        Assert.Contains("    0.0  bits in all", text, StringComparison.Ordinal);
        Assert.Contains("prior 0.00", new PairEvidence(-0.01, -0.004, []).Summarize(), StringComparison.Ordinal);
    }

    [Fact]
    public void Constructor_NumbersOutOfRange_AreRefused()
    {
        var comparison = new Comparison("given name", ["given_name"], [new("same", Condition.Same("given_name"))]);
        ComparisonParameters good = new(comparison, [new("same", 0.9, 0.1), new("different", 0.1, 0.9)]);
        ComparisonParameters shortOne = new(comparison, [new("same", 0.9, 0.1)]);
        ComparisonParameters zero = new(comparison, [new("same", 0.9, 0), new("different", 0.1, 1)]);
        var none = new Dictionary<string, TermFrequencies>();

        Assert.Throws<ArgumentOutOfRangeException>(() => new MatchModel(0, [good], none, IdentifierPolicies.Default, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new MatchModel(1, [good], none, IdentifierPolicies.Default, 1));
        Assert.Throws<ArgumentException>(() => new MatchModel(0.1, [shortOne], none, IdentifierPolicies.Default, 1));
        Assert.Throws<ArgumentException>(() => new MatchModel(0.1, [zero], none, IdentifierPolicies.Default, 1));
        Assert.Equal(-1, new MatchModel(1.0 / 3, [good], none, IdentifierPolicies.Default, 1).PriorWeight, 1e-12);
    }

    private static SourceRecord Holder(string id, string card) =>
        new(People.Schema, new RecordKey("s", id), People.Record(id).Values) { Identifiers = [new("card", "shop", card)] };

    internal static MatchModel Model(StandardizedTable table, TermFrequencies? given = null, IdentifierPolicies? policies = null, double householdShare = 0)
    {
        MatchDesign design = PeopleDesign.For(table.Schema);
        var comparisons = design.Comparisons.Select(comparison =>
        {
            double[] m = Expectations.M(comparison.Levels.Count + 1);
            double[] u = Expectations.U(comparison.Levels.Count + 1);
            return new ComparisonParameters(comparison, ValueList.From(m.Select((value, level) => new LevelParameters(comparison.LevelName(level), value, u[level]) { H = design.IsShared(comparison) ? value : null })));
        });
        var frequencies = new Dictionary<string, TermFrequencies> { ["given_name"] = given ?? new TermFrequencies(20, [new("ann", 7)]) };
        return new MatchModel(0.001, comparisons, frequencies, policies ?? design.Identifiers, priorStrength: 0) { HouseholdShare = householdShare };
    }

    private static IEnumerable<(int Left, int Right)> Pairs(int count) =>
        from left in Enumerable.Range(0, count) from right in Enumerable.Range(0, count) select (left, right);
}
