namespace CustomerInsight.Matching.Tests;

public class PeopleNamesTests
{
    private static readonly RecordSchema WholeNames = new([new("full_name", AttributeKind.FullName)]);

    [Theory]
    [InlineData("小明", "王", "Xiao Ming", "Wang", "given name", "the same in pinyin")]
    [InlineData("国藩", "曾", "Guofan", "Zeng", "family name", "the same in pinyin")]
    [InlineData("大文", "陳", "大文", "陈", "family name", "same")]
    [InlineData("Bob", "Lee", "Robert", "Lee", "given name", "nicknames of one name")]
    [InlineData("J.", "Lee", "Robert", "Lee", "given name", "different")]
    [InlineData("R.", "Lee", "Robert", "Lee", "given name", "an initial of the other")]
    [InlineData("Mary", "Lee", "Ann Mary", "Lee", "given name", "a word of both")]
    [InlineData("Ann", "Jones", "Ann", "Smith-Jones", "family name", "a word of both")]
    public void NamesInParts_KnownPairs_HoldTheLevel(string given, string family, string otherGiven, string otherFamily, string comparison, string level) =>
        Assert.Equal(level, Level(comparison, People.Record("1", values: [given, family]), People.Record("2", values: [otherGiven, otherFamily])));

    [Theory]
    [InlineData("王小明", "Xiaoming Wang", "the same in pinyin")]
    [InlineData("王小明", "WANG XIAO-MING", "the same in pinyin")]
    [InlineData("J. Smith", "John Smith", "an initial of the other")]
    public void WholeNames_KnownPairs_HoldTheLevel(string name, string other, string level) =>
        Assert.Equal(level, Level("full name", Whole("1", name), Whole("2", other)));

    [Fact]
    public void BlockingRules_NamesInChineseCharactersAndInPinyin_Meet()
    {
        AssertMeet("family_name (pinyin of a family name) + given_name (pinyin)", People.Record("1", values: ["志伟", "曾"]), People.Record("2", values: ["Zhi Wei", "Zeng"]));
        AssertMeet("full_name (pinyin of a full name)", Whole("1", "曾志伟"), Whole("2", "Zhiwei Zeng"));
    }

    private static SourceRecord Whole(string id, string name) => new(WholeNames, new RecordKey("s", id), [name]);

    private static void AssertMeet(string rule, SourceRecord left, SourceRecord right)
    {
        StandardizedTable table = StandardizedTable.Of([left, right]);
        IBlockingKeys keys = PeopleDesign.For(table.Schema).CandidateRules.Single(candidate => candidate.Name == rule).Prepare(table);
        List<ulong> first = [];
        List<ulong> second = [];
        keys.AddKeys(0, first);
        keys.AddKeys(1, second);
        Assert.Single(first);
        Assert.Equal(first, second);
    }

    private static string Level(string comparison, SourceRecord left, SourceRecord right)
    {
        StandardizedTable table = StandardizedTable.Of([left, right]);
        Comparison found = PeopleDesign.For(table.Schema).Comparisons.Single(candidate => candidate.Name == comparison);
        var compiled = new CompiledComparison(found, PairTestCompiler.For(table));
        Assert.Equal(compiled.Level(0, 1), compiled.Level(1, 0));
        return found.LevelName(compiled.Level(0, 1));
    }
}
