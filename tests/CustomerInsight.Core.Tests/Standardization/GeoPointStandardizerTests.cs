namespace CustomerInsight;

public sealed class GeoPointStandardizerTests
{
    [Theory]
    [InlineData("51.5,-0.12", "51.5,-0.12")]
    [InlineData("(51.50, -0.120)", "51.5,-0.12")]
    [InlineData("51.5 -0.12", "51.5,-0.12")]
    [InlineData("[51.5; -0.12]", "51.5,-0.12")]
    [InlineData("POINT(-0.12 51.5)", "51.5,-0.12")]
    [InlineData("-90,180", "-90,180")]
    public void Standardize_Point_IsWrittenInOneForm(string value, string expected) =>
        Assert.Equal(new StandardizedValue(expected), new GeoPointStandardizer().Standardize(value, SourceConventions.Default));

    [Theory]
    [InlineData("0,0")]
    [InlineData("91,0")]
    [InlineData("51.5,181")]
    [InlineData("51.5")]
    [InlineData("51.5,-0.12,30")]
    [InlineData("51,5 -0,12")]
    [InlineData("London")]
    [InlineData("POINT EMPTY")]
    public void Standardize_NoPoint_IsRejected(string value) =>
        Assert.Equal(StandardizedValue.Rejected, new GeoPointStandardizer().Standardize(value, SourceConventions.Default));
}
