namespace CustomerInsight.Matching;

/// <summary>The attributes of a schema by the part they play when people are compared; null where there is none.</summary>
internal sealed class PeopleFields(RecordSchema schema)
{
    public string? GivenName { get; } = First(schema, AttributeKind.GivenName);

    public string? FamilyName { get; } = First(schema, AttributeKind.FamilyName);

    /// <summary>A whole name, only where the names do not also come apart: the two would count one fact twice.</summary>
    public string? FullName { get; } = First(schema, AttributeKind.GivenName) is null || First(schema, AttributeKind.FamilyName) is null ? First(schema, AttributeKind.FullName) : null;

    public string? BirthDate { get; } = First(schema, AttributeKind.DateOfBirth);

    public string? Email { get; } = First(schema, AttributeKind.Email);

    public string? Phone { get; } = First(schema, AttributeKind.Phone);

    public string? NationalId { get; } = First(schema, AttributeKind.NationalId);

    public string? Postcode { get; } = First(schema, AttributeKind.Postcode);

    public string? StreetNumber { get; } = First(schema, AttributeKind.StreetNumber);

    public IReadOnlyList<string> StreetLines { get; } = All(schema, AttributeKind.StreetAddress);

    public string? City { get; } = First(schema, AttributeKind.City);

    public string? Region { get; } = First(schema, AttributeKind.Region);

    public string? Country { get; } = First(schema, AttributeKind.Country);

    public string? Gender { get; } = First(schema, AttributeKind.Gender);

    public string? Company { get; } = First(schema, AttributeKind.CompanyName);

    public IReadOnlyList<string> Categories { get; } = All(schema, AttributeKind.Category);

    public IReadOnlyList<string> Numbers { get; } = All(schema, AttributeKind.Number);

    public IReadOnlyList<string> GeoPoints { get; } = All(schema, AttributeKind.GeoPoint);

    /// <summary>What different people of one household share.</summary>
    public IEnumerable<string> OfHousehold =>
        new[] { FamilyName, Phone, Postcode, StreetNumber, City, Region, Country }.OfType<string>().Concat(StreetLines);

    /// <summary>The attributes that no comparison of a design reads: another of their kind is taken, or nothing compares their kind. Text is such a kind: it is what sources make of columns that they do not know.</summary>
    public static IEnumerable<string> Ignored(RecordSchema schema, MatchDesign design)
    {
        HashSet<string> read = [.. design.Comparisons.SelectMany(static comparison => comparison.Attributes)];
        return schema.Attributes.Select(static attribute => attribute.Name).Where(name => !read.Contains(name));
    }

    private static string[] All(RecordSchema schema, AttributeKind kind) => [.. schema.IndexesOf(kind).Select(i => schema.Attributes[i].Name)];

    /// <summary>The attribute of a kind; of several the one with the kind's own name, which is the plain one: <c>phone</c> before <c>alt_phone</c>.</summary>
    private static string? First(RecordSchema schema, AttributeKind kind)
    {
        string plain = kind.Name.Replace('-', '_');
        return schema.IndexOf(plain) is >= 0 and int ordinal && schema.Attributes[ordinal].Kind == kind
            ? plain
            : schema.IndexesOf(kind).Select(i => schema.Attributes[i].Name).FirstOrDefault();
    }
}
