namespace CustomerInsight.Matching;

/// <summary>The ladders by which people are compared.</summary>
internal static class PeopleComparisons
{
    public static IEnumerable<Comparison> For(PeopleFields fields) => new[]
    {
        fields.GivenName is { } given ? Comparisons.GivenName(given, fields.FamilyName) : null,
        fields.FamilyName is { } family ? Comparisons.FamilyName(family, fields.GivenName) : null,
        fields.FullName is { } full ? Comparisons.FullName(full) : null,
        fields.BirthDate is { } birth ? Comparisons.DateOfBirth(birth) : null,
        fields.Email is { } email ? Comparisons.Email(email) : null,
        fields.Phone is { } phone ? Comparisons.Phone(phone) : null,
        fields.NationalId is { } id ? Comparisons.NationalId(id) : null,
        fields.Postcode is { } postcode ? Comparisons.Postcode(postcode) : null,
        fields.StreetNumber is { } number ? Comparisons.Exact(number, "street number") : null,
        fields.City is { } city ? Comparisons.Word(city, "city") : null,
        fields.Region is { } region ? Comparisons.Exact(region, "region") : null,
        fields.Country is { } country ? Comparisons.Exact(country, "country") : null,
        fields.Gender is { } gender ? Comparisons.Exact(gender, "gender") : null,
        fields.Company is { } company ? Comparisons.CompanyName(company) : null,
    }
        .OfType<Comparison>()
        .Concat(fields.StreetLines.Select(static line => Comparisons.Address(line)))
        .Concat(fields.Categories.Select(static category => Comparisons.Word(category)))
        .Concat(fields.Numbers.Select(static number => Comparisons.Number(number)))
        .Concat(fields.GeoPoints.Select(static point => Comparisons.GeoPoint(point, name: point.Replace('_', ' '))));
}
