using System.Globalization;

namespace CustomerInsight;

/// <summary>What holds for every standardizer and every text.</summary>
public sealed class StandardizerLawTests
{
    private static readonly AttributeKind[] Kinds =
    [
        AttributeKind.GivenName, AttributeKind.FamilyName, AttributeKind.FullName, AttributeKind.Email, AttributeKind.Phone, AttributeKind.DateOfBirth,
        AttributeKind.Postcode, AttributeKind.NationalId, AttributeKind.StreetNumber, AttributeKind.StreetAddress, AttributeKind.City, AttributeKind.Region,
        AttributeKind.Country, AttributeKind.CompanyName, AttributeKind.Gender, AttributeKind.Category, AttributeKind.Number, AttributeKind.GeoPoint, AttributeKind.Text, new("shoe-size"),
    ];

    public static TheoryData<string> KindNames => new(Kinds.Select(static kind => kind.Name));

    [Theory]
    [MemberData(nameof(KindNames))]
    public void Standardize_AnyText_ChangesNothingTheSecondTime(string kind)
    {
        IStandardizer standardizer = StandardizerSet.Default.For(new AttributeKind(kind));
        Prop.ForAll(NastyText.Any, NastyText.Conventions, (text, conventions) =>
        {
            string? once = standardizer.Standardize(text, conventions).Value;
            return once is null || standardizer.Standardize(once, conventions).Value == once;
        }).Check(Quick.Tests(1_000));
    }

    [Theory]
    [MemberData(nameof(KindNames))]
    public void Standardize_AnyText_GivesAValueOrRejects(string kind)
    {
        IStandardizer standardizer = StandardizerSet.Default.For(new AttributeKind(kind));
        Prop.ForAll(NastyText.Any, NastyText.Conventions, (text, conventions) =>
        {
            StandardizedValue result = standardizer.Standardize(text, conventions);
            return (result.Value is null) == (result.Note == StandardizationNote.Rejected) && (result.Value is null || !string.IsNullOrWhiteSpace(result.Value));
        }).Check(Quick.Tests(500));
    }

    [Theory]
    [MemberData(nameof(KindNames))]
    public void Standardize_AnyShapeOfValue_ChangesNothingTheSecondTime(string kind)
    {
        IStandardizer standardizer = StandardizerSet.Default.For(new AttributeKind(kind));
        Gen<string> shapes = Gen.Elements("0123456789+-.,/ ()x@ae月".ToCharArray()).ArrayOf().Select(static units => new string(units));
        Prop.ForAll(shapes.ToArbitrary(), NastyText.Conventions, (text, conventions) =>
        {
            string? once = standardizer.Standardize(text, conventions).Value;
            return once is null || standardizer.Standardize(once, conventions).Value == once;
        }).Check(Quick.Tests(1_000));
    }

    [Theory]
    [InlineData("tr-TR")]
    [InlineData("ar-SA")]
    [InlineData("th-TH")]
    public void Standardize_AnyCulture_GivesTheSame(string culture)
    {
        string[] values = ["IİıI", "title@INFO.COM", "+44 20 7946 0018", "12 April 1990", "sw1i 1ii", "III", "1234.5", "51.5,-0.12"];
        StandardizedValue[] invariant = Standardize(values);
        CultureInfo before = Thread.CurrentThread.CurrentCulture;
        try
        {
            Thread.CurrentThread.CurrentCulture = CultureInfo.GetCultureInfo(culture);
            Assert.Equal(invariant, Standardize(values));
        }
        finally
        {
            Thread.CurrentThread.CurrentCulture = before;
        }
    }

    [Theory]
    [MemberData(nameof(KindNames))]
    public void Standardize_NoText_IsRejected(string kind)
    {
        IStandardizer standardizer = StandardizerSet.Default.For(new AttributeKind(kind));

        Assert.Equal(StandardizedValue.Rejected, standardizer.Standardize(string.Empty, SourceConventions.Default));
        Assert.Equal(StandardizedValue.Rejected, standardizer.Standardize(" \t\u3000", SourceConventions.Default));
        Assert.Throws<ArgumentNullException>(() => standardizer.Standardize(null!, SourceConventions.Default));
    }

    private static StandardizedValue[] Standardize(string[] values) =>
        [.. from kind in Kinds from value in values select StandardizerSet.Default.For(kind).Standardize(value, SourceConventions.Default)];
}
