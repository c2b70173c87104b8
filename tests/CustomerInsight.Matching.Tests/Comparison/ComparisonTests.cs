namespace CustomerInsight.Matching.Tests;

public class ComparisonTests
{
    [Fact]
    public void PeopleComparisons_AnyPair_AreSymmetric() =>
        Prop.ForAll(People.Tables(12).ToArbitrary(), records =>
        {
            StandardizedTable table = StandardizedTable.Of(records);
            var compiler = PairTestCompiler.For(table);
            CompiledComparison[] comparisons = [.. PeopleDesign.For(table.Schema).Comparisons.Select(comparison => new CompiledComparison(comparison, compiler))];
            return comparisons.All(comparison => Pairs(table.Count).All(pair => comparison.Level(pair.Left, pair.Right) == comparison.Level(pair.Right, pair.Left)));
        }).Check(Quick.Tests(200));

    [Fact]
    public void PeopleComparisons_ARecordWithItself_HoldsTheFirstLevelOrIsMissing() =>
        Prop.ForAll(People.Tables(12).ToArbitrary(), records =>
        {
            StandardizedTable table = StandardizedTable.Of(records);
            var compiler = PairTestCompiler.For(table);
            string? Birth(int record) => table.Column(table.Schema.IndexOf("date_of_birth")).First(record);
            return PeopleDesign.For(table.Schema).Comparisons.Select(comparison => new CompiledComparison(comparison, compiler))
                .All(comparison => Enumerable.Range(0, table.Count).All(record => comparison.Level(record, record) is 0 or CompiledComparison.Missing
                    || (comparison.Comparison.Name == "date of birth" && ValuePart.Date.Of(Birth(record)!) is null && comparison.Level(record, record) < comparison.LevelCount - 1)));
        }).Check(Quick.Tests(200));

    [Theory]
    [InlineData("Ann", "Lee", "ann", "LEE", "given name", "same")]
    [InlineData("Ann", "Lee", "Lee", "Ann", "given name", "in the other name's field")]
    [InlineData("Ann", "Lee", "Anne", "Lee", "given name", "one typing error")]
    [InlineData("Ann", "Lee", "Zoe", "Lee", "given name", "different")]
    [InlineData("Ann", "Lee", "Lee", "Ann", "family name", null)]
    [InlineData("Ann", null, "Lee", "Grant", "family name", null)]
    [InlineData("Ann", null, "Lee", "Ann", "given name", "in the other name's field")]
    public void NameComparison_KnownPairs_HoldTheLevel(string? given, string? family, string? otherGiven, string? otherFamily, string comparison, string? level) =>
        Assert.Equal(level, Level(comparison, [given, family], [otherGiven, otherFamily]));

    [Theory]
    [InlineData("1980-04-05", "5/4/1980", "same")]
    [InlineData("1980-04-05", "1980-05-04", "day and month swapped")]
    [InlineData("1980-04-05", "1980-04-06", "one typing error")]
    [InlineData("1980-04-25", "1980-05-12", "within a month")]
    [InlineData("1980-04-05", "1980-12-31", "within a year")]
    [InlineData("1980-04-05", "1988-12-31", "within ten years")]
    [InlineData("1980-04-05", "1955-12-31", "different")]
    [InlineData("1980-04-05", "1980-00-05", "one typing error")]
    [InlineData("1980-04-05", "1980-14-05", "one typing error")]
    [InlineData("1980-14-05", "1980-14-05", "one typing error")]
    [InlineData("1980-04-05", "1980-00-16", "within a year")]
    [InlineData("1980-00-01", "1980-00-01", "within a year")]
    [InlineData("1980-04-05", "1980-04", "within a month")]
    [InlineData("1980-04-00", "1980-04-00", "within a month")]
    [InlineData("1980-04-05", "1980", "within a year")]
    [InlineData("1980", "1980", "within a year")]
    [InlineData("1980", "1981", "different")]
    [InlineData("1980-04-05", "1980-45-67", null)]
    public void BirthDateComparison_KnownPairs_HoldTheLevel(string date, string other, string? level) =>
        Assert.Equal(level, Level("date of birth", [null, null, date], [null, null, other]));

    [Theory]
    [InlineData("ann@a.com", "ANN@A.COM", "same")]
    [InlineData("ann@a.com", "ann@b.org", "same user part")]
    [InlineData("ann@a.com", "not an address", null)]
    public void EmailComparison_KnownPairs_HoldTheLevel(string mail, string other, string? level) =>
        Assert.Equal(level, Level("e-mail", [null, null, null, mail], [null, null, null, other]));

    [Fact]
    public void Conditions_PutTogether_HoldAsLogicSays()
    {
        StandardizedTable table = StandardizedTable.Of([People.Record("1", values: ["Ann", "Lee"]), People.Record("2", values: ["Ann", "Grant"])]);
        var compiler = PairTestCompiler.For(table);
        LevelCondition given = Condition.Same("given_name");
        LevelCondition family = Condition.Same("family_name");

        Assert.False(Condition.All(given, family).Compile(compiler).Holds(0, 1));
        Assert.True(Condition.Any(given, family).Compile(compiler).Holds(0, 1));
        Assert.True(Condition.All(given, Condition.Not(family)).Compile(compiler).Holds(0, 1));
        Assert.Equal(["given_name", "family_name"], Condition.Any(given, Condition.Not(family)).Attributes);
    }

    [Fact]
    public void Condition_UnknownAttribute_SaysWhichAndWhatToDo()
    {
        StandardizedTable table = StandardizedTable.Of([People.Record("1")]);

        ArgumentException thrown = Assert.Throws<ArgumentException>(() => Condition.Same("shoe_size").Compile(PairTestCompiler.For(table)));
        Assert.Contains("'shoe_size'", thrown.Message, StringComparison.Ordinal);
        Assert.Contains("Map it in a source", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void EditsWithin_ASwapOfNeighbours_IsOneEditOrTwoByKind()
    {
        StandardizedTable table = StandardizedTable.Of([People.Record("1", values: ["Brian"]), People.Record("2", values: ["Brain"])]);
        var compiler = PairTestCompiler.For(table);
        bool Within(int edits, EditKind kind) => Condition.EditsWithin("given_name", edits, kind: kind).Compile(compiler).Holds(0, 1);

        Assert.True(Within(1, EditKind.Osa));
        Assert.True(Within(1, EditKind.DamerauLevenshtein));
        Assert.False(Within(1, EditKind.Levenshtein));
        Assert.True(Within(2, EditKind.Levenshtein));
        Assert.Throws<ArgumentOutOfRangeException>(() => Condition.EditsWithin("given_name", 1, kind: (EditKind)9));
    }

    [Fact]
    public void Similar_AComparatorWithoutACutOff_IsAskedInFull()
    {
        StandardizedTable table = StandardizedTable.Of([People.Record("1", values: ["Brian"]), People.Record("2", values: ["Brain"])]);
        var compiler = PairTestCompiler.For(table);

        Assert.True(Condition.Similar("given_name", new Half(), 0.5).Compile(compiler).Holds(0, 1));
        Assert.False(Condition.Similar("given_name", new Half(), 0.6).Compile(compiler).Holds(0, 1));
    }

    [Theory]
    [InlineData("ann lee", "lee ann", "the same words in another order")]
    [InlineData("lee", "ann lee", "all words of one in the other")]
    public void FullNameComparison_KnownPairs_HoldTheLevel(string name, string other, string level)
    {
        var schema = new RecordSchema([new("full_name", AttributeKind.FullName)]);
        StandardizedTable table = StandardizedTable.Of([new SourceRecord(schema, new RecordKey("s", "1"), [name]), new SourceRecord(schema, new RecordKey("s", "2"), [other])]);
        var compiled = new CompiledComparison(PeopleDesign.For(schema).Comparisons.Single(), PairTestCompiler.For(table));

        Assert.Equal(level, compiled.Comparison.LevelName(compiled.Level(0, 1)));
    }

    [Fact]
    public void Similar_ValuesOfAnyLength_AreComparedByTheirBeginning()
    {
        string longOne = new('a', 100_000);
        StandardizedTable table = StandardizedTable.Of([People.Record("1", values: [longOne + "b"]), People.Record("2", values: [longOne + "c"])]);

        Assert.True(Condition.EditsWithin("given_name", 1).Compile(PairTestCompiler.For(table)).Holds(0, 1));
    }

    [Fact]
    public void Conditions_OutOfRange_AreRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Condition.Similar("a", Comparators.JaroWinkler, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Condition.Similar("a", Comparators.JaroWinkler, 1.1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Condition.EditsWithin("a", 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Condition.DaysWithin("a", 0));
        Assert.Throws<ArgumentException>(() => Condition.All());
        Assert.Throws<ArgumentException>(() => new Comparison("empty", ["a"], []));
    }

    [Fact]
    public void TokenSet_WordsInAnyOrder_AreAlikeAndSymmetric()
    {
        IComparator tokens = Comparators.TokenSet;

        Assert.Equal(1, tokens.Similarity("rose cottage high street", "high street rose cottage"));
        Assert.Equal(0, tokens.Similarity("rose cottage", "mill lane"));
        Assert.Equal(1, tokens.Similarity("lee", "ann lee"));
        Assert.Equal(0.74, tokens.Similarity("high jane yorkshire", "high yorkshir zz"), 1e-9);
        Assert.Equal(tokens.Similarity("flat 4 mill lane", "mill lane 4"), tokens.Similarity("mill lane 4", "flat 4 mill lane"));
    }

    private static string? Level(string comparison, string?[] left, string?[] right)
    {
        StandardizedTable table = StandardizedTable.Of([People.Record("1", values: left), People.Record("2", values: right)]);
        var compiled = new CompiledComparison(PeopleDesign.For(table.Schema).Comparisons.Single(found => found.Name == comparison), PairTestCompiler.For(table));
        int level = compiled.Level(0, 1);
        return level == CompiledComparison.Missing ? null : compiled.Comparison.LevelName(level);
    }

    private static IEnumerable<(int Left, int Right)> Pairs(int count) =>
        from left in Enumerable.Range(0, count) from right in Enumerable.Range(0, count) select (left, right);

    private sealed class Half : IComparator
    {
        public string Name => "half";

        public double Similarity(ReadOnlySpan<char> left, ReadOnlySpan<char> right) => 0.5;
    }
}
