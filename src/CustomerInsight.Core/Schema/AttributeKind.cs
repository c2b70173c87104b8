namespace CustomerInsight;

/// <summary>What an attribute means: it decides how the value is standardized and how two records are compared by it.</summary>
/// <param name="Name">A short lower-case name. The kinds below are known to the library; a host may name its own.</param>
/// <threadsafety>Safe from many threads.</threadsafety>
public readonly record struct AttributeKind(string Name)
{
    /// <summary>A given (first) name.</summary>
    public static readonly AttributeKind GivenName = new("given-name");

    /// <summary>A family (last) name.</summary>
    public static readonly AttributeKind FamilyName = new("family-name");

    /// <summary>A whole name in one field.</summary>
    public static readonly AttributeKind FullName = new("full-name");

    /// <summary>An e-mail address.</summary>
    public static readonly AttributeKind Email = new("email");

    /// <summary>A telephone number.</summary>
    public static readonly AttributeKind Phone = new("phone");

    /// <summary>A date of birth.</summary>
    public static readonly AttributeKind DateOfBirth = new("date-of-birth");

    /// <summary>A postal code.</summary>
    public static readonly AttributeKind Postcode = new("postcode");

    /// <summary>A number that a state gave to a person: social security, national identity card, passport.</summary>
    public static readonly AttributeKind NationalId = new("national-id");

    /// <summary>The number of a house in its street.</summary>
    public static readonly AttributeKind StreetNumber = new("street-number");

    /// <summary>The lines of an address above the place: street, building, flat.</summary>
    public static readonly AttributeKind StreetAddress = new("street-address");

    /// <summary>A town, city or suburb.</summary>
    public static readonly AttributeKind City = new("city");

    /// <summary>A state, province or county.</summary>
    public static readonly AttributeKind Region = new("region");

    /// <summary>A country.</summary>
    public static readonly AttributeKind Country = new("country");

    /// <summary>The name of an organisation.</summary>
    public static readonly AttributeKind CompanyName = new("company-name");

    /// <summary>A gender or sex as the source writes it.</summary>
    public static readonly AttributeKind Gender = new("gender");

    /// <summary>A code out of a list, compared as a whole: an occupation, a customer class.</summary>
    public static readonly AttributeKind Category = new("category");

    /// <summary>A number: an amount, a size, an age.</summary>
    public static readonly AttributeKind Number = new("number");

    /// <summary>A point on the earth: latitude and longitude in degrees, in this order.</summary>
    public static readonly AttributeKind GeoPoint = new("geo-point");

    /// <summary>Free text. It is kept and merged; records are not compared by it.</summary>
    public static readonly AttributeKind Text = new("text");

    /// <inheritdoc/>
    public override string ToString() => Name;
}
