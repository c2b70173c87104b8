namespace CustomerInsight;

/// <summary>The names under which the library's own maps and readers put attributes, so that those of different sources meet.</summary>
public static class AttributeNames
{
    /// <summary>The attribute of kind <see cref="AttributeKind.GivenName"/>.</summary>
    public const string GivenName = "given_name";

    /// <summary>The attribute of kind <see cref="AttributeKind.FamilyName"/>.</summary>
    public const string FamilyName = "family_name";

    /// <summary>The attribute of kind <see cref="AttributeKind.FullName"/>.</summary>
    public const string FullName = "full_name";

    /// <summary>The attribute of kind <see cref="AttributeKind.Email"/>.</summary>
    public const string Email = "email";

    /// <summary>The attribute of kind <see cref="AttributeKind.Phone"/>.</summary>
    public const string Phone = "phone";

    /// <summary>The attribute of kind <see cref="AttributeKind.DateOfBirth"/>.</summary>
    public const string DateOfBirth = "date_of_birth";

    /// <summary>The attribute of kind <see cref="AttributeKind.Postcode"/>.</summary>
    public const string Postcode = "postcode";

    /// <summary>The attribute of kind <see cref="AttributeKind.City"/>.</summary>
    public const string City = "city";

    /// <summary>The attribute of kind <see cref="AttributeKind.StreetAddress"/>.</summary>
    public const string StreetAddress = "street_address";

    /// <summary>The attribute of kind <see cref="AttributeKind.StreetNumber"/>.</summary>
    public const string StreetNumber = "street_number";

    /// <summary>The attribute of kind <see cref="AttributeKind.Region"/>.</summary>
    public const string Region = "region";

    /// <summary>The attribute of kind <see cref="AttributeKind.Country"/>.</summary>
    public const string Country = "country";

    /// <summary>The attribute of kind <see cref="AttributeKind.NationalId"/>.</summary>
    public const string NationalId = "national_id";

    /// <summary>The attribute of kind <see cref="AttributeKind.CompanyName"/>.</summary>
    public const string CompanyName = "company_name";

    /// <summary>The attribute of kind <see cref="AttributeKind.Gender"/>.</summary>
    public const string Gender = "gender";
}
