namespace CustomerInsight.Models.Tests;

public sealed class CsvLineTests
{
    [Theory]
    [InlineData("a,b,c", new[] { "a", "b", "c" })]
    [InlineData("a,,", new[] { "a", "", "" })]
    [InlineData("\"a,b\",c", new[] { "a,b", "c" })]
    [InlineData("\"say \"\"hi\"\", you\",2", new[] { "say \"hi\", you", "2" })]
    [InlineData("", new[] { "" })]
    public void Split_Line_GivesItsCells(string line, string[] cells) => Assert.Equal(cells, CsvLine.Split(line));
}
