namespace CustomerInsight.Matching.Tests;

public class DirectConditionTests
{
    private static readonly LevelCondition[] OfPeople =
    [
        Condition.Same("given"),
        Condition.Same("street"),
        Condition.Same("email", ValuePart.EmailUser),
        Condition.Same("company", ValuePart.CompanyCore),
        Condition.Same("birth", ValuePart.Date),
        Condition.Same("birth", ValuePart.PartialDate),
        Condition.Same("family", ValuePart.Soundex),
        Condition.Same("full", ValuePart.SortedWords),
        Condition.Similar("given", Comparators.JaroWinkler, 0.8),
        Condition.Similar("street", Comparators.JaroWinkler, 0.9),
        Condition.Similar("street", Comparators.TokenSet, 0.7),
        Condition.Similar("street", Comparators.Words(SetSimilarity.Jaccard), 0.4),
        Condition.Similar("family", Comparators.QGrams(SetSimilarity.Dice, 3, padded: true), 0.4),
        Condition.Similar("email", Comparators.Levenshtein, 0.7, ValuePart.EmailUser),
        Condition.Similar("full", new FirstUnit(), 0.5),
        Condition.EditsWithin("family", 1),
        Condition.EditsWithin("street", 2),
        Condition.EditsWithin("phone", 2, kind: EditKind.DamerauLevenshtein),
        Condition.EditsWithin("email", 2, kind: EditKind.Levenshtein),
        Condition.DaysWithin("birth", 31),
        Condition.DaysWithin("birth", 400, ValuePart.DateIn("%Y-%m-%d")),
        Condition.DayAndMonthSwapped("birth"),
        Condition.DifferenceWithin("latitude", 0.01),
        Condition.RelativeDifferenceWithin("longitude", 0.1),
        Condition.KilometresWithin("point", 1),
        Condition.KilometresWithin("latitude", "longitude", 1),
        Condition.SharedValues("given", 2),
        Condition.SharedValues("email", 2, ValuePart.EmailDomain),
        Condition.ValueSets("given", 0.5),
        Condition.ValueSets("email", 0.5, SetSimilarity.Cosine, ValuePart.EmailDomain),
        Condition.Beginning("given", 2),
        Condition.Crossed("given", "family"),
        Condition.Crossed("given", "family", Comparators.JaroWinkler, 0.8),
        Condition.Missing("full"),
        Condition.Missing("birth", ValuePart.Date),
        Condition.SamePinyin("given"),
        Condition.SamePinyin("family", ValuePart.PinyinOfFamilyName),
        Condition.SamePinyin("full", ValuePart.PinyinOfFullName),
        Condition.NicknameOf("given"),
        Condition.InitialOf("given"),
        Condition.InitialOf("full"),
        Condition.SharesWord("family"),
        Condition.SharesWord("street"),
        Condition.All(Condition.SharesWord("given"), Condition.Not(Condition.Same("given"))),
        Condition.Any(Condition.Same("phone"), Condition.Same("email")),
    ];

    [Fact]
    public void Holds_AnyConditionOfAnyPair_IsWhatTheCompiledTestsSay() =>
        Prop.ForAll(DirectPeople.Tables(14).ToArbitrary(), static records => OfPeople.All(condition => Agree(condition, StandardizedTable.Of(records)))).Check(Quick.Tests(60));

    [Fact]
    public void Holds_ConditionsPutTogether_AreWhatTheCompiledTestsSay() =>
        Prop.ForAll(ConditionSpecTests.Conditions(2).ToArbitrary(), Gen.Choose(1, 1000).ToArbitrary(), static (condition, seed) => Agree(condition, StandardizedTable.Of(People.Random((ulong)seed, 10)))).Check(Quick.Tests(300));

    private static bool Agree(LevelCondition condition, StandardizedTable table)
    {
        var scope = new DirectScope(table.Schema);
        var compiler = new DirectCompiler(scope);
        DirectTest direct = condition.CompileDirect(compiler);
        PairTest compiled = condition.Compile(PairTestCompiler.For(table));
        RecordContent[] contents = [.. Enumerable.Range(0, table.Count).Select(record => DirectPeople.Content(table, record))];
        return Enumerable.Range(0, table.Count).All(left => Enumerable.Range(0, table.Count).All(right =>
        {
            compiler.Pair.Load(contents[left], contents[right]);
            bool holds = condition.Holds(contents[left], contents[right], scope);
            return compiled.Holds(left, right) == holds && direct.Holds() == holds;
        }));
    }

    /// <summary>A comparator of a host's own.</summary>
    private sealed class FirstUnit : IComparator
    {
        public string Name => "first-unit";

        public double Similarity(ReadOnlySpan<char> left, ReadOnlySpan<char> right) => left[0] == right[0] ? 0.5 : 0;
    }
}
