namespace CustomerInsight.Matching.Tests;

public class PinyinConditionTests
{
    [Theory]
    [InlineData("王小明", "Wang Xiaoming", true)]
    [InlineData("王小明", "Xiao-ming Wang", true)]
    [InlineData("王小明", "WANG XIAO MING", true)]
    [InlineData("王小明", "wangxiaoming", true)]
    [InlineData("王小明", "王晓明", true)]
    [InlineData("陳大文", "陈大文", true)]
    [InlineData("吕布", "Lü Bu", true)]
    [InlineData("吕布", "Bu Lyu", true)]
    [InlineData("吕布", "LV BU", true)]
    [InlineData("王西安", "Wang Xian", true)]
    [InlineData("曾志伟", "Zeng Zhiwei", true)]
    [InlineData("欧阳娜娜", "Nana Ouyang", true)]
    [InlineData("王小明", "Wang Daming", false)]
    [InlineData("刘文华", "刘华文", false)]
    [InlineData("王小明", "John Smith", false)]
    [InlineData("Wang Xiaoming", "Xiaoming Wang", false)]
    public void SamePinyin_FullNames_HoldsWhereOneIsInChineseCharacters(string name, string other, bool holds) =>
        Assert.Equal(holds, Holds(AttributeKind.FullName, ValuePart.PinyinOfFullName, name, other));

    [Theory]
    [InlineData("小明", "Xiao Ming", true)]
    [InlineData("小明", "xiaoming", true)]
    [InlineData("小明", "明小", false)]
    [InlineData("志玲", "Chiling", false)]
    public void SamePinyin_GivenNames_KeepsTheOrder(string name, string other, bool holds) =>
        Assert.Equal(holds, Holds(AttributeKind.GivenName, ValuePart.Pinyin, name, other));

    [Theory]
    [InlineData("曾", "Zeng", true)]
    [InlineData("安", "Na", false)]
    [InlineData("曾", "Ceng", false)]
    public void SamePinyin_FamilyNames_ReadsThemAsSuch(string name, string other, bool holds) =>
        Assert.Equal(holds, Holds(AttributeKind.FamilyName, ValuePart.PinyinOfFamilyName, name, other));

    [Fact]
    public void SamePinyin_ColumnWithoutChineseCharacters_IsNoTestAtAll()
    {
        var compiler = PairTestCompiler.For(Table(AttributeKind.FullName, "Wang Xiaoming", "Ann Lee"));

        Assert.Same(NeverTest.Instance, Condition.SamePinyin("name").Compile(compiler));
    }

    [Theory]
    [InlineData("john")]
    [InlineData("李 smith")]
    [InlineData("김민수")]
    public void Pinyin_OtherNames_HaveNoPart(string name) => Assert.Null(ValuePart.PinyinOfFullName.Of(name));

    private static bool Holds(AttributeKind kind, ValuePart part, string name, string other)
    {
        PairTest test = Condition.SamePinyin("name", part).Compile(PairTestCompiler.For(Table(kind, name, other)));
        Assert.Equal(test.Holds(0, 1), test.Holds(1, 0));
        return test.Holds(0, 1);
    }

    private static StandardizedTable Table(AttributeKind kind, params string[] names)
    {
        var schema = new RecordSchema([new("name", kind)]);
        return StandardizedTable.Of([.. names.Select((name, i) => new SourceRecord(schema, new RecordKey("crm", $"{i}"), [name]))]);
    }
}
