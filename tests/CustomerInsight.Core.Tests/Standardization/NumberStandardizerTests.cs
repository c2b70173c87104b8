using System.Globalization;

namespace CustomerInsight;

public sealed class NumberStandardizerTests
{
    [Theory]
    [InlineData("12", "12")]
    [InlineData("12.50", "12.5")]
    [InlineData("12,5", "12.5")]
    [InlineData("+012", "12")]
    [InlineData("-3.0", "-3")]
    [InlineData("-0", "0")]
    [InlineData(".5", "0.5")]
    [InlineData("1,234", "1234")]
    [InlineData("1.234", "1.234")]
    [InlineData("0,1234", "0.1234")]
    [InlineData("1,234.50", "1234.5")]
    [InlineData("1.234,50", "1234.5")]
    [InlineData("1.234.567", "1234567")]
    [InlineData("1 234 567,8", "1234567.8")]
    [InlineData("1’234.5", "1234.5")]
    [InlineData("1e3", "1000")]
    [InlineData("１２．５", "12.5")]
    public void Standardize_Number_IsWrittenInOneForm(string value, string expected) =>
        Assert.Equal(new StandardizedValue(expected), new NumberStandardizer().Standardize(value, SourceConventions.Default));

    [Theory]
    [InlineData("12 kg")]
    [InlineData("€5")]
    [InlineData("1,2,3")]
    [InlineData("12 34")]
    [InlineData("1.2.3")]
    [InlineData("NaN")]
    [InlineData("1e999")]
    [InlineData("-")]
    [InlineData("unknown")]
    public void Standardize_NoNumber_IsRejected(string value) =>
        Assert.Equal(StandardizedValue.Rejected, new NumberStandardizer().Standardize(value, SourceConventions.Default));

    [Fact]
    public void Standardize_AnyNumber_ReadsBackAsTheSame() =>
        Prop.ForAll(Gen.Choose(int.MinValue, int.MaxValue).Two().Select(static pair => pair.Item1 / (1.0 + Math.Abs((double)pair.Item2))).ToArbitrary(), static number =>
            double.Parse(new NumberStandardizer().Standardize(number.ToString(CultureInfo.InvariantCulture), SourceConventions.Default).Value!, CultureInfo.InvariantCulture) == number).Check(Quick.Tests(1_000));
}
