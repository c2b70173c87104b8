namespace CustomerInsight;

public sealed class PhoneStandardizerTests
{
    [Theory]
    [InlineData("702-919-1300", "", "7029191300")]
    [InlineData("(020) 7946 0018", "", "02079460018")]
    [InlineData("+44 20 7946 0018", "", "+442079460018")]
    [InlineData("0044 20 7946 0018", "", "+442079460018")]
    [InlineData("+44 (0)20 7946 0018", "", "+442079460018")]
    [InlineData("(+44) 20.7946.0018", "", "+442079460018")]
    [InlineData("tel:+44-20-7946-0018", "44", "+442079460018")]
    [InlineData("+44 020 7946 0018", "44", "+442079460018")]
    [InlineData("+86 138 0013 8000", "44", "+8613800138000")]
    [InlineData("＋８６　１３８００１３８０００", "", "+8613800138000")]
    [InlineData("020 7946 0018 ext. 123", "", "02079460018")]
    [InlineData("020 7946 0018x123", "", "02079460018")]
    [InlineData("010-62345678转801", "", "01062345678")]
    [InlineData("020 7946 0018 #5", "", "02079460018")]
    [InlineData("020 7946 0018; 020 7946 0019", "", "02079460018")]
    [InlineData("020 7946 0018 or 020 7946 0019", "", "02079460018")]
    [InlineData("+44 20 7946 0018 +44 20 7946 0019", "", "+442079460018")]
    [InlineData("٠٢٠٧٩٤٦٠٠١٨", "", "02079460018")]
    [InlineData("12345", "", "12345")]
    [InlineData("+39 06 698 1234", "39", "+39066981234")]
    public void Standardize_Number_KeepsItsDigits(string value, string country, string expected) =>
        Assert.Equal(new StandardizedValue(expected), Standardize(value, country));

    [Theory]
    [InlineData("(020) 7946 0018", "44", "+442079460018")]
    [InlineData("7946 00181", "44", "+44794600181")]
    [InlineData("13800138000", "86", "+8613800138000")]
    [InlineData("8613800138000", "86", "+8613800138000")]
    [InlineData("1-702-919-1300", "1", "+17029191300")]
    [InlineData("702-919-1300", "1", "+17029191300")]
    [InlineData("020 7946 0018", "+44", "+442079460018")]
    [InlineData("06 698 1234", "39", "+39066981234")]
    public void Standardize_NationalNumber_GetsTheCountryAndANote(string value, string country, string expected) =>
        Assert.Equal(new StandardizedValue(expected, StandardizationNote.AssumedPhoneCountry), Standardize(value, country));

    [Theory]
    [InlineData("")]
    [InlineData("1234")]
    [InlineData("n/a")]
    [InlineData("11111111")]
    [InlineData("0000000000")]
    [InlineData("+")]
    [InlineData("+0")]
    [InlineData("00 00 00")]
    [InlineData("1234567890123456")]
    [InlineData("1-800-FLOWERS")]
    public void Standardize_NoNumber_IsRejected(string value)
    {
        Assert.Equal(StandardizedValue.Rejected, Standardize(value, string.Empty));
        Assert.Equal(StandardizedValue.Rejected, Standardize(value, "44"));
    }

    [Fact]
    public void Standardize_SameNumberInAnyForm_ComparesEqual()
    {
        string[] forms = ["+44 20 7946 0018", "0044 20 7946 0018", "020 7946 0018", "(020) 79460018", "+44 (0) 20 7946 0018", "442079460018"];

        Assert.Single(forms.Select(static form => Standardize(form, "44").Value).Distinct());
    }

    [Fact]
    public void Standardize_CountryThatNeedsNone_AgreesOnOneDigitRepeated()
    {
        // +1 1111 would be one digit repeated only together with its country code: both readings must reject it.
        Assert.Equal(StandardizedValue.Rejected, Standardize("011111", "1"));
        Assert.Equal(StandardizedValue.Rejected, Standardize("+1 11111", "1"));
    }

    private static StandardizedValue Standardize(string value, string country) =>
        new PhoneStandardizer().Standardize(value, new SourceConventions { PhoneCountryCode = country });
}
