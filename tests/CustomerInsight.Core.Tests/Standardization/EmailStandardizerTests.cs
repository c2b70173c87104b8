namespace CustomerInsight;

public sealed class EmailStandardizerTests
{
    [Theory]
    [InlineData("ann@example.com", "ann@example.com")]
    [InlineData("  Ann.Lee+Shop@Example.COM ", "ann.lee+shop@example.com")]
    [InlineData("mailto:ann@example.com", "ann@example.com")]
    [InlineData("MAILTO:ann@example.com?subject=hi", "ann@example.com")]
    [InlineData("<ann@example.com>", "ann@example.com")]
    [InlineData("\"Jay Jones\" <jjones@fmail.com>", "jjones@fmail.com")]
    [InlineData("Maria Sentosa<msentosa@fmail.com>", "msentosa@fmail.com")]
    [InlineData("<mailto:ann@example.com>;", "ann@example.com")]
    [InlineData("ann＠ｅｘａｍｐｌｅ．ｃｏｍ", "ann@example.com")]
    [InlineData("ann@localhost", "ann@localhost")]
    [InlineData("ann@example.com.", "ann@example.com")]
    [InlineData("müller@example.com", "müller@example.com")]
    [InlineData("\u200Bann@example.com\uFEFF", "ann@example.com")]
    [InlineData("o'brien@example.com", "o'brien@example.com")]
    public void Standardize_Address_IsBared(string value, string expected) => Assert.Equal(new StandardizedValue(expected), Standardize(value));

    [Theory]
    [InlineData("ann")]
    [InlineData("ann@")]
    [InlineData("@example.com")]
    [InlineData("ann@@example.com")]
    [InlineData("ann@example.com, bob@example.com")]
    [InlineData("ann lee@example.com")]
    [InlineData("ann;lee@example.com")]
    [InlineData("n/a")]
    [InlineData("@")]
    [InlineData("<>")]
    [InlineData("mailto:")]
    public void Standardize_NoAddress_IsRejected(string value) => Assert.Equal(StandardizedValue.Rejected, Standardize(value));

    private static StandardizedValue Standardize(string value) => new EmailStandardizer().Standardize(value, SourceConventions.Default);
}
