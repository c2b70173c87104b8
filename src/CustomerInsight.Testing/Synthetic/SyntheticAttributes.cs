using System.Collections.Frozen;

namespace CustomerInsight.Testing;

/// <summary>The names of the attributes that synthetic records can have.</summary>
public static class SyntheticAttributes
{
    /// <summary>The given name, or a short form of it, or its first letter.</summary>
    public const string GivenName = "given_name";

    /// <summary>The family name.</summary>
    public const string FamilyName = "family_name";

    /// <summary>Both names in one field: 王小明, Wang Xiaoming, Mary Taylor.</summary>
    public const string FullName = "full_name";

    /// <summary>The sex: <c>F</c> or <c>M</c>.</summary>
    public const string Gender = "gender";

    /// <summary>The date of birth in the source's own format.</summary>
    public const string DateOfBirth = "date_of_birth";

    /// <summary>One or two e-mail addresses.</summary>
    public const string Email = "email";

    /// <summary>A mobile number, a household's landline, or both.</summary>
    public const string Phone = "phone";

    /// <summary>House number and street.</summary>
    public const string StreetAddress = "street_address";

    /// <summary>The town or city.</summary>
    public const string City = "city";

    /// <summary>The postcode.</summary>
    public const string Postcode = "postcode";

    private static readonly FrozenDictionary<string, SyntheticField> Fields = new Dictionary<string, SyntheticField>
    {
        [GivenName] = SyntheticField.GivenName,
        [FamilyName] = SyntheticField.FamilyName,
        [FullName] = SyntheticField.FullName,
        [Gender] = SyntheticField.Gender,
        [DateOfBirth] = SyntheticField.DateOfBirth,
        [Email] = SyntheticField.Email,
        [Phone] = SyntheticField.Phone,
        [StreetAddress] = SyntheticField.StreetAddress,
        [City] = SyntheticField.City,
        [Postcode] = SyntheticField.Postcode,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Gets all of them in the order in which a record has them.</summary>
    public static IReadOnlyList<string> All { get; } =
        [GivenName, FamilyName, FullName, Gender, DateOfBirth, Email, Phone, StreetAddress, City, Postcode];

    internal static bool IsKnown(string? name) => name is not null && Fields.ContainsKey(name);

    internal static SyntheticField FieldOf(string name) => Fields[name];

    internal static AttributeKind KindOf(string name) => FieldOf(name) switch
    {
        SyntheticField.GivenName => AttributeKind.GivenName,
        SyntheticField.FamilyName => AttributeKind.FamilyName,
        SyntheticField.FullName => AttributeKind.FullName,
        SyntheticField.Gender => AttributeKind.Gender,
        SyntheticField.DateOfBirth => AttributeKind.DateOfBirth,
        SyntheticField.Email => AttributeKind.Email,
        SyntheticField.Phone => AttributeKind.Phone,
        SyntheticField.StreetAddress => AttributeKind.StreetAddress,
        SyntheticField.City => AttributeKind.City,
        _ => AttributeKind.Postcode,
    };
}
