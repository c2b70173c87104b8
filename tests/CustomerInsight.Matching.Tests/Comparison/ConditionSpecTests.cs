using System.Text.Json;

namespace CustomerInsight.Matching.Tests;

public class ConditionSpecTests
{
    private static readonly LevelCondition[] Simple =
    [
        Condition.Same("given_name"),
        Condition.Same("email", ValuePart.EmailUser),
        Condition.Same("date_of_birth", ValuePart.Year),
        Condition.Same("date_of_birth", ValuePart.YearAndMonth),
        Condition.Same("date_of_birth", ValuePart.Date),
        Condition.Same("date_of_birth", ValuePart.PartialDate),
        Condition.Same("family_name", ValuePart.Soundex),
        Condition.Same("family_name", ValuePart.Prefix(3)),
        Condition.Missing("date_of_birth", ValuePart.DateIn("%d/%m/%Y")),
        Condition.DaysWithin("date_of_birth", 31, ValuePart.DateIn("%Y-%m-%d")),
        Condition.Similar("family_name", Comparators.JaroWinkler, 0.85, ValuePart.SortedWords),
        Condition.Similar("city", Comparators.TokenSet, 0.7),
        Condition.EditsWithin("phone", 2),
        Condition.DaysWithin("date_of_birth", 31),
        Condition.DayAndMonthSwapped("date_of_birth"),
        Condition.Crossed("given_name", "family_name"),
        Condition.NicknameOf("given_name"),
        Condition.InitialOf("given_name"),
        Condition.SharesWord("family_name"),
        Condition.Crossed("given_name", "family_name", Comparators.JaroWinkler, 0.8),
        Condition.SamePinyin("family_name", ValuePart.PinyinOfFamilyName),
        Condition.Similar("family_name", Comparators.QGrams(SetSimilarity.Dice, 3, padded: true), 0.4),
        Condition.DifferenceWithin("phone", 100),
        Condition.RelativeDifferenceWithin("phone", 0.01),
        Condition.KilometresWithin("city", 10),
        Condition.KilometresWithin("phone", "city", 10),
        Condition.SharedValues("email", 2, ValuePart.EmailDomain),
        Condition.ValueSets("email", 0.5, SetSimilarity.Overlap),
        Condition.Beginning("given_name", 2),
        Condition.Same("city", ValuePart.CompanyCore),
        Condition.Same("family_name", ValuePart.Metaphone),
        Condition.Same("city", ValuePart.WithoutLast(2)),
    ];

    [Fact]
    public void Make_OfTheSpecOfAnyCondition_HoldsForTheSamePairsAndHasTheSameSpec() =>
        Prop.ForAll(Conditions(2).ToArbitrary(), Gen.Choose(1, 1000).ToArbitrary(), (condition, seed) =>
        {
            StandardizedTable table = StandardizedTable.Of(People.Random((ulong)seed, 8));
            string json = Json(condition);
            LevelCondition made = ConditionKinds.Make(JsonSerializer.Deserialize(json, MatchModelJson.Default.ConditionSpec), new MatchModelLoadOptions(), "$");
            PairTest before = condition.Compile(PairTestCompiler.For(table));
            PairTest after = made.Compile(PairTestCompiler.For(table));
            return Json(made) == json && Enumerable.Range(0, 64).All(pair => before.Holds(pair / 8, pair % 8) == after.Holds(pair / 8, pair % 8));
        }).Check(Quick.Tests(300));

    [Theory]
    [InlineData("""{"kind":"telepathy"}""", MatchModelFileException.ImpossibleValues, "$", "'telepathy'")]
    [InlineData("""{"kind":"same"}""", MatchModelFileException.Unreadable, "$.attributes[0]", "the name of an attribute")]
    [InlineData("""{"kind":"same","attributes":["a"],"part":"half"}""", MatchModelFileException.UnknownName, "$.part", "'half'")]
    [InlineData("""{"kind":"same","attributes":["a"],"part":"first 0"}""", MatchModelFileException.UnknownName, "$.part", "'first 0'")]
    [InlineData("""{"kind":"similar","attributes":["a"],"comparator":"vibes","numbers":[1]}""", MatchModelFileException.UnknownName, "$.comparator", "'vibes'")]
    [InlineData("""{"kind":"similar","attributes":["a"],"comparator":"jaro-winkler","numbers":[2]}""", MatchModelFileException.ImpossibleValues, "$", "'similar'")]
    [InlineData("""{"kind":"edits","attributes":["a"],"numbers":[1.5]}""", MatchModelFileException.Unreadable, "$.numbers[0]", "a whole number")]
    [InlineData("""{"kind":"not","of":[{"kind":"any","of":[]}]}""", MatchModelFileException.Unreadable, "$.of[0].of", "at least one condition")]
    [InlineData("""{"kind":"all","of":[null]}""", MatchModelFileException.ImpossibleValues, "$.of[0]", "known are")]
    public void Make_OfADamagedSpec_SaysWhere(string json, string code, string path, string text)
    {
        ConditionSpec spec = JsonSerializer.Deserialize(json, MatchModelJson.Default.ConditionSpec)!;

        MatchModelFileException thrown = Assert.Throws<MatchModelFileException>(() => ConditionKinds.Make(spec, new MatchModelLoadOptions(), "$"));
        Assert.Equal((code, path), (thrown.Code, thrown.Path));
        Assert.Contains(text, thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Make_OfAHostsOwnComparatorAndPart_TakesThemFromTheOptions()
    {
        var options = new MatchModelLoadOptions { Comparators = [new FirstLetter()], Parts = [new ValuePart("last letter", static value => value[^1..])] };
        LevelCondition condition = Condition.Similar("given_name", new FirstLetter(), 1, options.Parts[0]);

        Assert.Equal(Json(condition), Json(ConditionKinds.Make(condition.Spec, options, "$")));
        Assert.Throws<MatchModelFileException>(() => ConditionKinds.Make(condition.Spec, new MatchModelLoadOptions(), "$"));
    }

    private static string Json(LevelCondition condition) => JsonSerializer.Serialize(condition.Spec, MatchModelJson.Default.ConditionSpec);

    internal static Gen<LevelCondition> Conditions(int depth) => depth == 0
        ? Gen.Elements(Simple)
        : Gen.OneOf(
            Gen.Elements(Simple),
            Conditions(depth - 1).Select(Condition.Not),
            Conditions(depth - 1).SelectMany(one => Conditions(depth - 1).Select(other => Condition.All(one, other))),
            Conditions(depth - 1).SelectMany(one => Conditions(depth - 1).Select(other => Condition.Any(one, other))));

    private sealed class FirstLetter : IComparator
    {
        public string Name => "first letter";

        public double Similarity(ReadOnlySpan<char> left, ReadOnlySpan<char> right) => left[0] == right[0] ? 1 : 0;
    }
}
