using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace CustomerInsight.Matching.Tests;

public class MatchModelFileTests
{
    [Fact]
    public void Load_OfASavedModel_WeighsAllPairsTheSameAndSavesTheSameBytes() =>
        Prop.ForAll(Gen.Choose(1, 1000).ToArbitrary(), seed =>
        {
            StandardizedTable table = StandardizedTable.Of(People.Random((ulong)seed, 60));
            MatchModel model = Trained(table);
            byte[] bytes = Save(model);
            MatchModel loaded = Load(bytes);
            IPairScorer before = model.Prepare(table).CreateScorer();
            IPairScorer after = loaded.Prepare(table).CreateScorer();
            return Save(loaded).SequenceEqual(bytes)
                && loaded.DifferencesFrom(table).Count == 0
                && Enumerable.Range(0, 3600).All(pair => before.Explain(pair / 60, pair % 60) == after.Explain(pair / 60, pair % 60));
        }).Check(Quick.Tests(10));

    [Fact]
    public void Save_OfAHandMadeModel_KeepsEverySetting()
    {
        MatchModel model = HandMade();
        MatchModel loaded = Load(Save(model));

        Assert.Equal(Save(model), Save(loaded));
        Assert.Equal((model.MatchShare, model.HouseholdShare, model.PriorStrength), (loaded.MatchShare, loaded.HouseholdShare, loaded.PriorStrength));
        Assert.Equal(model.Comparisons[0].Levels, loaded.Comparisons[0].Levels);
        Assert.Equal((0.5, 0.01, "email"), (loaded.Comparisons[0].Comparison.Levels[0].TermFrequencyWeight, loaded.Comparisons[0].Comparison.Levels[0].LeastFrequency, loaded.Comparisons[0].Comparison.Levels[0].TermFrequency));
        Assert.True(loaded.Comparisons[0].Comparison.Levels[1].IsSilent);
        Assert.Equal(model.Comparisons[1].Dependence, loaded.Comparisons[1].Dependence);
        Assert.Equal(model.HubIdentifiers, loaded.HubIdentifiers);
        Assert.Equal(model.Blocking!.Rules.Select(static rule => rule.Rule.Name), loaded.Blocking!.Rules.Select(static rule => rule.Rule.Name));
        Assert.Equal(model.Blocking.Recall, loaded.Blocking.Recall);
        Assert.Equal(model.Blocking.WordCounts, loaded.Blocking.WordCounts);
        Assert.Equal(5, loaded.Blocking.WordCounts[0].CountOf(StableHash.Of("ann")));
        Assert.Equal((ulong.MaxValue, 700, "email (2 rarest words)"), (loaded.Blocking.Rules[1].Oversize[0].Key, loaded.Blocking.Rules[1].Oversize[0].Contents, loaded.Blocking.Rules[1].Oversize[1].RefinedBy!.ToString()));
        Assert.Equal(IdentifierStrength.Unique, loaded.Identifiers.For("passport").Strength);
        Assert.False(loaded.Identifiers.MayLink(new Identifier("passport", "x", "000")));
        Assert.Equal(model.Identifiers.Policies, loaded.Identifiers.Policies);
        Assert.Equal(7, loaded.TermFrequencies["email"].CountOf("ann@a.com"));
        Assert.Contains("王", Encoding.UTF8.GetString(Save(model)), StringComparison.Ordinal);
    }

    [Fact]
    public void Save_UnderAnotherCulture_WritesTheSame()
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        byte[] bytes = Save(HandMade());
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo("de-DE");
            Assert.Equal(bytes, Save(Load(bytes)));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Save_WithoutValues_HoldsNoneAndSaysSo()
    {
        MatchModel model = HandMade();
        byte[] bytes = Save(model, new MatchModelSaveOptions { IncludeValues = false });
        string text = Encoding.UTF8.GetString(bytes);

        Assert.DoesNotContain('\r', text);
        Assert.All(new[] { "ann@a.com", "王", "\"000\"", "hub-1", "wordCounts" }, value => Assert.DoesNotContain(value, text, StringComparison.Ordinal));
        Assert.Contains(Load(bytes).DifferencesFrom(StandardizedTable.Empty), line => line.Contains("left out", StringComparison.Ordinal));
        Assert.Equal(bytes, Save(Load(bytes)));
    }

    [Fact]
    public void Save_WithALeastCount_LeavesRarerValuesOut()
    {
        MatchModel loaded = Load(Save(HandMade(), new MatchModelSaveOptions { LeastCount = 5 }));

        Assert.Equal((7, 1, 100), (loaded.TermFrequencies["email"].CountOf("ann@a.com"), loaded.TermFrequencies["email"].CountOf("王@a.com"), loaded.TermFrequencies["email"].Total));
    }

    [Theory]
    [InlineData("version", "99", "CI2001", "$.version", "Update")]
    [InlineData("version", null, "CI2003", "$.version", "format version")]
    [InlineData("kind", "\"customer-insight/rfm\"", "CI2002", "$.kind", "Load it with the type that saved it")]
    [InlineData("model", null, "CI2003", "$.model", "missing")]
    [InlineData("model.matchShare", null, "CI2003", "$.model.matchShare", "missing")]
    [InlineData("model.matchShare", "1.5", "CI2004", "$.model.matchShare", "share")]
    [InlineData("model.matchShare", "\"NaN\"", "CI2003", "$.model.matchShare", "JSON")]
    [InlineData("model.matchShare", "0", "CI2004", "$.model", "matchShare")]
    [InlineData("model.priorStrength", "-1", "CI2004", "$.model", "priorStrength")]
    [InlineData("model.householdShare", "1", "CI2004", "$.model.householdShare", "share")]
    [InlineData("model.schemaHash", "\"0000000000000000\"", "CI2004", "$.model.schemaHash", "hash")]
    [InlineData("model.attributes.0.standardizerVersion", null, "CI2003", "$.model.attributes[0].standardizerVersion", "missing")]
    [InlineData("model.comparisons.0", "null", "CI2003", "$.model.comparisons[0]", "missing")]
    [InlineData("model.comparisons.0.levels", "[]", "CI2004", "$.model.comparisons[0].levels", "is none")]
    [InlineData("model.comparisons.0.levels.2", null, "CI2004", "$.model.comparisons[0].levels[1].condition", "last level")]
    [InlineData("model.comparisons.0.levels.0.m", null, "CI2003", "$.model.comparisons[0].levels[0].m", "missing")]
    [InlineData("model.comparisons.0.levels.0.u", "0", "CI2004", "$.model.comparisons[0].levels[0].u", "probability")]
    [InlineData("model.comparisons.0.levels.0.h", "2", "CI2004", "$.model.comparisons[0].levels[0].h", "probability")]
    [InlineData("model.blocking.rules", null, "CI2003", "$.model.blocking.rules", "missing")]
    [InlineData("model.blocking.rules.0.name", "\"who knows\"", "CI2005", "$.model.blocking.rules[0].name", "who knows")]
    [InlineData("model.blocking.rules.1.parts", "[]", "CI2004", "$.model.blocking.rules[1].parts", "at least one part")]
    [InlineData("model.blocking.rules.1.parts.1.part", "\"half\"", "CI2005", "$.model.blocking.rules[1].parts[1].part", "half")]
    [InlineData("model.blocking.rules.1.oversize.0.key", "\"xyz\"", "CI2004", "$.model.blocking.rules[1].oversize[0].key", "hexadecimal")]
    [InlineData("model.blocking.rules.1.oversize.1.refinedBy.size", null, "CI2004", "$.model.blocking.rules[1].oversize[1].refinedBy.size", "from 1 on")]
    [InlineData("model.blocking.recall", "[0.5]", "CI2004", "$.model.blocking.recall", "three numbers")]
    [InlineData("model.blocking.wordCounts.0.counts", "{\"xyz\":3}", "CI2004", "$.model.blocking.wordCounts[0].counts", "hexadecimal")]
    [InlineData("model.blocking.wordCounts.0.counts", "{\"7\":1}", "CI2004", "$.model.blocking.wordCounts[0].counts", "below 2")]
    [InlineData("model.blocking.wordCounts.0.counts", "{\"7\":2,\"07\":3}", "CI2004", "$.model.blocking.wordCounts[0]", "same key")]
    [InlineData("model.blocking.wordCounts.0.part", "\"half\"", "CI2005", "$.model.blocking.wordCounts[0].part", "half")]
    [InlineData("model.comparisons.1.dependence.on", null, "CI2003", "$.model.comparisons[1].dependence.on", "missing")]
    [InlineData("model.comparisons.1.dependence.shares.0", null, "CI2004", "$.model", "shares")]
    [InlineData("model.comparisons.0.levels.0.termFrequencyWeight", "-1", "CI2004", "$.model.comparisons[0].levels[0].termFrequencyWeight", "weight")]
    [InlineData("model.comparisons.0.levels.0.termFrequencyWeight", "1e999", "CI2004", "$.model.comparisons[0].levels[0].termFrequencyWeight", "weight")]
    [InlineData("model.priorStrength", "1e999", "CI2004", "$.model", "priorStrength")]
    [InlineData("model.comparisons.1.dependence.shares.0", "1.5", "CI2004", "$.model", "add up to 1")]
    [InlineData("model.comparisons.1.dependence.shares.6", "0.11", "CI2004", "$.model", "row 3")]
    [InlineData("model.comparisons.1.dependence.shares.0", "1e999", "CI2004", "$.model", "add up to 1")]
    [InlineData("model.comparisons.0.levels.0.condition", null, "CI2003", "$.model.comparisons[0].levels[0].condition", "missing")]
    [InlineData("model.comparisons.0.levels.0.condition.kind", "\"psychic\"", "CI2004", "$.model.comparisons[0].levels[0].condition", "psychic")]
    [InlineData("model.identifiers.0.strength", "\"7\"", "CI2004", "$.model.identifiers[0].strength", "Unique")]
    [InlineData("model.identifiers.0.mostPerProfile", "0", "CI2004", "$.model.identifiers[0].mostPerProfile", "at least 1")]
    [InlineData("model.identifiers.0.mostContents", "0", "CI2004", "$.model.identifiers[0].mostContents", "at least 1")]
    [InlineData("model.identifiers.0.expiresAfterDays", "-1", "CI2004", "$.model.identifiers[0].expiresAfterDays", "at least 1")]
    [InlineData("model.hubIdentifiers.0.value", null, "CI2003", "$.model.hubIdentifiers[0].value", "missing")]
    [InlineData("model.termFrequencies.0.counts", null, "CI2003", "$.model.termFrequencies[0].counts", "missing")]
    [InlineData("model.termFrequencies.0.total", "-1", "CI2004", "$.model.termFrequencies[0]", "total")]
    public void Load_OfADamagedFile_SaysWhereAndWhatToDo(string place, string? json, string code, string path, string text)
    {
        JsonNode root = JsonNode.Parse(Save(HandMade()))!;
        string[] steps = place.Split('.');
        JsonNode parent = steps[..^1].Aggregate(root, static (node, step) => int.TryParse(step, out int index) ? node[index]! : node[step]!);
        Change(parent, steps[^1], json);

        MatchModelFileException thrown = Assert.Throws<MatchModelFileException>(() => Load(Encoding.UTF8.GetBytes(root.ToJsonString())));
        Assert.Equal((code, path), (thrown.Code, thrown.Path));
        Assert.Contains(text, thrown.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("not json")]
    [InlineData("{\"kind\": \"customer-insight/match-model\", \"version\": 1, \"model\": {")]
    public void Load_OfNoJson_SaysSo(string text) =>
        Assert.Equal(MatchModelFileException.Unreadable, Assert.Throws<MatchModelFileException>(() => Load(Encoding.UTF8.GetBytes(text))).Code);

    [Fact]
    public void Load_OfAnyTruncatedFile_IsRefused()
    {
        byte[] bytes = Save(HandMade());

        Assert.All(Enumerable.Range(0, bytes.Length - 2).Where(static length => length % 7 == 0), length => Assert.Throws<MatchModelFileException>(() => Load(bytes[..length])));
    }

    [Fact]
    public void DifferencesFrom_OtherStandardizersKindsAndAttributes_NamesThem()
    {
        StandardizedTable table = StandardizedTable.Of(People.Random(3, 40));
        MatchModel model = Trained(table);
        var schema = new RecordSchema([.. People.Schema.Attributes.Where(static attribute => attribute.Name is not ("phone" or "city")), new("city", AttributeKind.Category), new("shoe", AttributeKind.Category)]);
        StandardizedTable other = StandardizedTable.Of([new SourceRecord(schema, new RecordKey("s", "1"), ["Ann", "Lee", "1980-01-01", "a@b.c", "York", "9"])], StandardizerSet.Default.With(AttributeKind.Email, new VerbatimStandardizer()));

        Assert.Empty(model.DifferencesFrom(table));
        Assert.Equal(
            [
                "the attribute 'city' is of kind category, at training of city",
                $"the attribute 'city' is standardized by category {new CategoryStandardizer().Version}, at training by text {new TextStandardizer().Version}",
                $"the attribute 'email' is standardized by verbatim 1, at training by email {new EmailStandardizer().Version}",
                "the attribute 'phone' is not there",
                "the attribute 'shoe' was not there at training",
            ],
            model.DifferencesFrom(other));
    }

    internal static byte[] Save(MatchModel model, MatchModelSaveOptions? options = null)
    {
        using var stream = new MemoryStream();
        model.Save(stream, options);
        return stream.ToArray();
    }

    internal static MatchModel Load(byte[] bytes) => MatchModel.Load(new MemoryStream(bytes));

    private static MatchModel Trained(StandardizedTable table) =>
        (MatchModel)new MatchTrainer().Train(table, PeopleDesign.For(table.Schema), new MatchingOptions { LargestBlock = 5 }, new ParallelOptions()).Model;

    private static MatchModel HandMade()
    {
        var comparison = new Comparison("e-mail", ["email"],
        [
            new("same", Condition.Same("email")) { TermFrequency = "email", TermFrequencyWeight = 0.5, LeastFrequency = 0.01 },
            new("told elsewhere", Condition.Crossed("email", "phone")) { IsSilent = true },
        ]);
        var policies = new IdentifierPolicies([new IdentifierPolicy("passport", IdentifierStrength.Unique) { BlockedValues = ["000"] }, new IdentifierPolicy("card", IdentifierStrength.Shared) { MostPerProfile = 2 }, new IdentifierPolicy("device", IdentifierStrength.Unique) { MostPerProfile = 3, MostContents = 4, ExpiresAfterDays = 90 }]);
        return new MatchModel(
            0.1 / 3,
            [
                new ComparisonParameters(comparison, [new("same", 2.0 / 3, 1e-7) { H = 0.1, Agreement = 2e-7 }, new("told elsewhere", 1, 1), new("different", 1.0 / 3, 0.7)]),
                new ComparisonParameters(new Comparison("phone", ["phone"], [new("same", Condition.Same("phone"))]), [new("same", 0.5, 0.1), new("different", 0.5, 0.9)])
                {
                    Dependence = new ChanceDependence(["e-mail"], [0.5, 0.5, 0.4, 0.6, 1.0 / 3, 2.0 / 3, 0.1, 0.9]),
                },
            ],
            new Dictionary<string, TermFrequencies> { ["email"] = new(100, [new("ann@a.com", 7), new("王@a.com", 3)]) },
            policies,
            priorStrength: 12.5)
        {
            HouseholdShare = 1.0 / 7,
            HubIdentifiers = new HashSet<Identifier> { new("card", "shop", "hub-1") },
            TrainedOn = [new TrainedColumn("email", AttributeKind.Email, "email", 1)],
        }.WithBlocking(new BlockingChoice(
            [
                new(IdentifierRule.Deciding(policies), default),
                new(BlockingRule.On("email", new BlockingPart("phone", ValuePart.Prefix(3))).Where(Condition.EditsWithin("phone", 2)), [new(ulong.MaxValue, 700, null), new(5, 600, BlockingPart.RarestWords("email", 2))]),
                new(BlockingRule.OnEitherOrder("email", "phone"), default),
            ],
            new BlockingRecall(0.9, 0.85, 1.0 / 1.1, 123))
        {
            WordCounts = [new WordCounts("email", ValuePart.EmailUser, [new(StableHash.Of("ann"), 5), new(7, 3)])],
        });
    }

    private static void Change(JsonNode parent, string step, string? json)
    {
        if (parent is JsonArray array)
        {
            array.RemoveAt(int.Parse(step, CultureInfo.InvariantCulture));
            if (json is not null)
            {
                array.Insert(int.Parse(step, CultureInfo.InvariantCulture), JsonNode.Parse(json));
            }
        }
        else if (json is null)
        {
            parent.AsObject().Remove(step);
        }
        else
        {
            parent[step] = JsonNode.Parse(json);
        }
    }
}
