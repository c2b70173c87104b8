namespace CustomerInsight;

/// <summary>The standardizers that do little more than fold and keep words or letters.</summary>
public sealed class WordStandardizerTests
{
    [Theory]
    [InlineData("St. John's  Wood!", "st johns wood")]
    [InlineData("Acme, Inc.", "acme inc")]
    [InlineData("北京 市", "北京 市")]
    [InlineData("a/b_c", "a b c")]
    public void Text_Words_AreKept(string value, string expected) => Assert.Equal(expected, Standardize(new TextStandardizer(), value));

    [Theory]
    [InlineData("?!")]
    [InlineData("N/A")]
    [InlineData("(unknown)")]
    public void Text_NoWords_IsRejected(string value) => Assert.Null(Standardize(new TextStandardizer(), value));

    [Theory]
    [InlineData(" Gold  Plus ", "gold plus")]
    [InlineData("A+", "a+")]
    [InlineData("A-", "a-")]
    [InlineData("18–25", "18-25")]
    public void Category_Code_KeepsItsPunctuation(string value, string expected) => Assert.Equal(expected, Standardize(new CategoryStandardizer(), value));

    [Fact]
    public void Category_Placeholder_IsRejected() => Assert.Null(Standardize(new CategoryStandardizer(), " Unknown "));

    [Theory]
    [InlineData("ab-00 12.3", "AB00123")]
    [InlineData("0012", "0012")]
    [InlineData("１１０１０１１９９００３０７００２ｘ", "11010119900307002X")]
    [InlineData("é-12", "E12")]
    public void Code_Id_KeepsLettersAndDigits(string value, string expected) => Assert.Equal(expected, Standardize(new CodeStandardizer(), value));

    [Theory]
    [InlineData("000-00-0000")]
    [InlineData("n/a")]
    [InlineData("N-U-L-L")]
    [InlineData("--")]
    public void Code_NoId_IsRejected(string value) => Assert.Null(Standardize(new CodeStandardizer(), value));

    [Theory]
    [InlineData("sw1a 1aa", "SW1A1AA")]
    [InlineData("SW1A-1AA", "SW1A1AA")]
    [InlineData("〒100-0001", "1000001")]
    [InlineData("02134", "02134")]
    public void Postcode_Code_KeepsLettersAndDigits(string value, string expected) => Assert.Equal(expected, Standardize(new PostcodeStandardizer(), value));

    [Theory]
    [InlineData("M", "m")]
    [InlineData("Male", "m")]
    [InlineData("Mr.", "m")]
    [InlineData("男", "m")]
    [InlineData("先生", "m")]
    [InlineData("männlich", "m")]
    [InlineData("F", "f")]
    [InlineData("FEMALE", "f")]
    [InlineData("w", "f")]
    [InlineData("女士", "f")]
    [InlineData("Diverse", "diverse")]
    [InlineData("X", "x")]
    public void Gender_Word_IsUnderstood(string value, string expected) => Assert.Equal(expected, Standardize(new GenderStandardizer(), value));

    [Theory]
    [InlineData("U")]
    [InlineData("Unknown")]
    [InlineData("未知")]
    public void Gender_NotTold_IsRejected(string value) => Assert.Null(Standardize(new GenderStandardizer(), value));

    [Theory]
    [InlineData("12, Baker Street", "12 baker st")]
    [InlineData("12 BAKER ST.", "12 baker st")]
    [InlineData("Flat 3, 5 North Road", "flat 3 5 n rd")]
    [InlineData("Northroad 5", "northroad 5")]
    public void Address_Line_IsAbbreviated(string value, string expected) => Assert.Equal(expected, Standardize(new AddressStandardizer(), value));

    private static string? Standardize(IStandardizer standardizer, string value) => standardizer.Standardize(value, SourceConventions.Default).Value;
}
