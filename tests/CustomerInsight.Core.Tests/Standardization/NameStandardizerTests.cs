namespace CustomerInsight;

public sealed class NameStandardizerTests
{
    [Theory]
    [InlineData("O'Brien", "obrien")]
    [InlineData("O’BRIEN", "obrien")]
    [InlineData("O`Brien", "obrien")]
    [InlineData("o brien", "o brien")]
    [InlineData("Anne-Marie", "anne marie")]
    [InlineData("Salenger, Kristin", "salenger kristin")]
    [InlineData("  J. R. R.  Tolkien ", "j r r tolkien")]
    [InlineData("\"Bill\" (William)", "bill william")]
    [InlineData("Dr. Müller", "dr muller")]
    [InlineData("Henry 8", "henry 8")]
    [InlineData("张 三", "张三")]
    [InlineData("阿里·木", "阿里木")]
    [InlineData("张三 Tony", "张三 tony")]
    [InlineData("ВАСИЛЬЕВ, Александр", "васильев александр")]
    [InlineData("فيصل صديقي", "فيصل صديقي")]
    [InlineData("नि शा", "नि शा")]
    [InlineData("\U00020BB7野家", "\U00020BB7野家")]
    [InlineData("二〇", "二〇")]
    [InlineData("Jo😀hn", "jo hn")]
    [InlineData("Na", "na")]
    [InlineData("Nonesuch", "nonesuch")]
    public void Standardize_Name_KeepsItsWords(string value, string expected) => Assert.Equal(new StandardizedValue(expected), Standardize(value));

    [Theory]
    [InlineData("-")]
    [InlineData("...")]
    [InlineData("N/A")]
    [InlineData("Ｎ／Ａ")]
    [InlineData("n.a.")]
    [InlineData("Unknown")]
    [InlineData("(unknown)")]
    [InlineData("NONE")]
    [InlineData("null")]
    [InlineData("Test")]
    [InlineData("未知")]
    [InlineData("\uD800")]
    public void Standardize_NoName_IsRejected(string value) => Assert.Equal(StandardizedValue.Rejected, Standardize(value));

    [Fact]
    public void Standardize_StandardizedName_GivesTheSameObject()
    {
        string value = string.Concat("anne", " marie");

        Assert.Same(value, Standardize(value).Value);
    }

    private static StandardizedValue Standardize(string value) => new NameStandardizer().Standardize(value, SourceConventions.Default);
}
