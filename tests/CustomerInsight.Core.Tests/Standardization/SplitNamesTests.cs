namespace CustomerInsight.Core.Tests;

public class SplitNamesTests
{
    [Theory]
    [InlineData("Ann Lee", "Ann", "Lee")]
    [InlineData("  Mary Jane  Watson ", "Mary Jane", "Watson")]
    [InlineData("Lee, Ann", "Ann", "Lee")]
    [InlineData("王小明", "小明", "王")]
    [InlineData("欧阳娜娜", "娜娜", "欧阳")]
    [InlineData("歐陽娜娜", "娜娜", "歐陽")]
    [InlineData("万俟卨", "卨", "万俟")]
    [InlineData("東方", "方", "東")]
    [InlineData("李 雷", "雷", "李")]
    [InlineData("李　雷", "雷", "李")]
    [InlineData("Lei 李", "Lei", "李")]
    [InlineData("Madonna", null, "Madonna")]
    [InlineData(",", null, null)]
    public void Split_NamesInOneField_ComeApart(string full, string? given, string? family) =>
        Assert.Equal((given, family), FullNameSplitter.Split(full));

    [Fact]
    public void Of_ASourceWithOneNameFieldBesideOneWithTwo_HasNamesToCompareBy()
    {
        var whole = new RecordSchema([new("full_name", AttributeKind.FullName)]);
        var parts = new RecordSchema([new("given_name", AttributeKind.GivenName), new("family_name", AttributeKind.FamilyName)]);
        StandardizedTable table = StandardizedTable.Of(
        [
            new SourceRecord(parts, new RecordKey("crm", "1"), ["Ann", "Lee"]),
            new SourceRecord(whole, new RecordKey("shop", "1"), ["ANN LEE"]),
        ]);

        Assert.Equal("ann", table.Column(table.Schema.IndexOf("given_name")).First(1));
        Assert.Equal("lee", table.Column(table.Schema.IndexOf("family_name")).First(1));
        Assert.True(table.Records[1]["given_name"].IsNone);
    }

    [Fact]
    public void Of_ARecordWithBothForms_KeepsItsOwnParts()
    {
        var both = new RecordSchema([new("given_name", AttributeKind.GivenName), new("family_name", AttributeKind.FamilyName), new("full_name", AttributeKind.FullName)]);
        StandardizedTable table = StandardizedTable.Of([new SourceRecord(both, new RecordKey("crm", "1"), ["Ann", AttributeValues.None, "Bob Grant"])]);

        Assert.Equal("ann", table.Column(table.Schema.IndexOf("given_name")).First(0));
        Assert.Null(table.Column(table.Schema.IndexOf("family_name")).First(0));
    }
}
