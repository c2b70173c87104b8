namespace CustomerInsight.Matching.Tests;

public class NameConditionTests
{
    private static readonly string?[] Names =
        ["j", "John", "J.R.", "John Robert", "J Robert", "Jane", "Smith-Jones", "Jones", "Smith", "de la Cruz", "Cruz", "de la Rosa", "De La", "van der Berg", "O'Brien", "明", "明华", "Å", null];

    [Theory]
    [InlineData("J", "John", true)]
    [InlineData("J.", "John", true)]
    [InlineData("J.R.", "John Robert", true)]
    [InlineData("J.R.", "John", true)]
    [InlineData("John R.", "John Robert", true)]
    [InlineData("J Robert", "John R", true)]
    [InlineData("Å", "Åsa", true)]
    [InlineData("И", "Иван", true)]
    [InlineData("John", "John", true)]
    [InlineData("John", "John Robert", false)]
    [InlineData("J.P.", "John Robert", false)]
    [InlineData("J", "Robert John", false)]
    [InlineData("Jo", "John", false)]
    [InlineData("明", "明华", false)]
    [InlineData("J", null, false)]
    public void InitialOf_KnownNames_HoldsWordForWord(string? name, string? other, bool holds) => Assert.Equal(holds, Holds(Condition.InitialOf("given_name"), name, other));

    [Theory]
    [InlineData("Smith-Jones", "Jones", true)]
    [InlineData("Smith-Jones", "Smith", true)]
    [InlineData("Smith-Jones", "Jones Smith", true)]
    [InlineData("Mary Ann", "Mary", true)]
    [InlineData("de la Cruz", "Cruz", true)]
    [InlineData("García y Vega", "Garcia", true)]
    [InlineData("de la Cruz", "de la Rosa", false)]
    [InlineData("van der Berg", "van der Meer", false)]
    [InlineData("Le", "Le", true)]
    [InlineData("Le Van", "Van", true)]
    [InlineData("J Smith", "J Jones", false)]
    [InlineData("Smith-Jones", "Smithson", false)]
    [InlineData("Smith", null, false)]
    public void SharesWord_KnownNames_LeavesOutParticlesAndInitials(string? name, string? other, bool holds) => Assert.Equal(holds, Holds(Condition.SharesWord("given_name"), name, other));

    [Theory]
    [InlineData("Ann", "Leigh", "Leigh", "Ann", true)]
    [InlineData("Anna", "Leigh", "Leigh", "Ann", true)]
    [InlineData("Anna", "Leigh", "Leih", "Ann", true)]
    [InlineData("Ann", "Leigh", "Ann", "Leigh", false)]
    [InlineData("Ann", "Leigh", "Leigh", "Bob", false)]
    [InlineData("Ann", "Leigh", "Leigh", null, false)]
    [InlineData("Ann", null, null, "Ann", false)]
    public void CrossedAlike_KnownNames_HoldsWhereBothWaysAre(string? given, string? family, string? otherGiven, string? otherFamily, bool holds)
    {
        PairTest test = Condition.Crossed("given_name", "family_name", Comparators.JaroWinkler, 0.9)
            .Compile(PairTestCompiler.For(StandardizedTable.Of([People.Record("1", values: [given, family]), People.Record("2", values: [otherGiven, otherFamily])])));
        Assert.Equal((holds, holds), (test.Holds(0, 1), test.Holds(1, 0)));
    }

    [Fact]
    public void CrossedAlike_ImpossibleLimits_Throw()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Condition.Crossed("a", "b", Comparators.JaroWinkler, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Condition.Crossed("a", "b", Comparators.JaroWinkler, 1.1));
        Assert.Throws<ArgumentNullException>(() => Condition.Crossed("a", "b", null!, 1));
    }

    [Fact]
    public void NameConditions_AnyTable_AreSymmetricAndHoldForARecordWithItselfWhereTheyCan() =>
        Prop.ForAll(Gen.Elements(Names).ArrayOf().Where(static names => names.Length > 0).ToArbitrary(), names =>
        {
            StandardizedTable table = StandardizedTable.Of([.. names.Select((name, i) => People.Record($"{i}", values: [name, names[(i * 7) % names.Length]]))]);
            StandardizedColumn given = table.Column(table.Schema.IndexOf("given_name"));
            var compiler = PairTestCompiler.For(table);
            PairTest[] tests = [.. new[]
            {
                Condition.SharesWord("given_name"), Condition.NicknameOf("given_name"), Condition.SamePinyin("given_name"),
                Condition.InitialOf("given_name"), Condition.Crossed("given_name", "family_name", Comparators.JaroWinkler, 0.8),
            }.Select(condition => condition.Compile(compiler))];
            int[] records = [.. Enumerable.Range(0, table.Count)];
            return tests.All(test => records.All(l => records.All(r => test.Holds(l, r) == test.Holds(r, l))))
                && tests[..2].All(test => records.All(record => test.Holds(record, record) == (given.First(record) is not null)))
                && records.All(l => records.All(r => tests[0].Holds(l, r) == SharesWord(given.First(l), given.First(r))))
                && records.All(l => records.All(r => tests[3].Holds(l, r) == AgreeInInitials(given.First(l), given.First(r))));
        }).Check(Quick.Tests(300));

    /// <summary>The definition: equal, or the words that are no particles meet.</summary>
    private static bool SharesWord(string? left, string? right) =>
        left is not null && right is not null && (left == right || NameWords.Telling(left).Intersect(NameWords.Telling(right)).Any());

    /// <summary>The definition: equal, or equal word for word up to initials, at least one of them.</summary>
    private static bool AgreeInInitials(string? left, string? right)
    {
        if (left is null || right is null)
        {
            return false;
        }

        (string One, string Other)[] words = [.. left.Split(' ').Zip(right.Split(' '))];
        bool Initial(string word) => word.Length == 1 && char.IsLetter(word[0]) && word[0] < '\u1100';
        return left == right || (words.Any(static pair => pair.One != pair.Other)
            && words.All(pair => pair.One == pair.Other || ((Initial(pair.One) || Initial(pair.Other)) && pair.One[0] == pair.Other[0])));
    }

    private static bool Holds(LevelCondition condition, string? name, string? other)
    {
        PairTest test = condition.Compile(PairTestCompiler.For(StandardizedTable.Of([People.Record("1", values: [name]), People.Record("2", values: [other])])));
        Assert.Equal(test.Holds(0, 1), test.Holds(1, 0));
        return test.Holds(0, 1);
    }
}
