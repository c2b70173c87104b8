using System.Globalization;

namespace CustomerInsight.Models.Tests;

public sealed class TextInferenceTests
{
    [Theory]
    [InlineData(TraitKind.Number, "1", "-2.5", " 3e2 ", null, "")]
    [InlineData(TraitKind.Number, "0", "0.5", "NA", "?")]
    [InlineData(TraitKind.Text, "007", "012")]
    [InlineData(TraitKind.Text, "1", "2", "three")]
    [InlineData(TraitKind.Text, "1,5", "2,5")]
    [InlineData(TraitKind.Date, "2024-12-31", "", "2024-02-29")]
    [InlineData(TraitKind.Date, "2024-12-31", "null")]
    [InlineData(TraitKind.Text, "2024-12-31", "2023-02-29")]
    [InlineData(TraitKind.Flag, "Yes", "no", null)]
    [InlineData(TraitKind.Flag, "TRUE", "False")]
    [InlineData(TraitKind.Text, "Yes", "No", "Maybe")]
    [InlineData(TraitKind.Text, "NA", "-")]
    [InlineData(TraitKind.Text, null, " ")]
    public void FromTexts_OfAKind_HasThatKind(TraitKind kind, params string?[] texts) => Assert.Equal(kind, TraitColumn.FromTexts("trait", texts).Definition.Kind);

    [Fact]
    public void FromTexts_NumbersInAnotherCulture_AreReadAsWritten()
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("de-DE");
        try
        {
            Assert.Equal([1.5, null, -2, null, null], TraitColumn.FromTexts("amount", ["1.5", " ", " -2", "n/a", "Infinity"]).Read(value => value.Number));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void FromTexts_FlagsAndDays_AreThose()
    {
        Assert.Equal([true, false, null], TraitColumn.FromTexts("flag", ["y", "N", ""]).Read(value => value.Flag));
        Assert.Equal([new DateOnly(2024, 1, 2), null], TraitColumn.FromTexts("day", ["2024-01-02", "?"]).Read(value => value.Date));
        Assert.Equal(["NA", "b"], TraitColumn.FromTexts("text", ["NA", "b"]).ReadText(value => value.Text));
    }
}
