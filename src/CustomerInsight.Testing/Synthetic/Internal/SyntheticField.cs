namespace CustomerInsight.Testing;

internal enum SyntheticField
{
    GivenName,
    FamilyName,
    FullName,
    Gender,
    DateOfBirth,
    Email,
    Phone,
    StreetAddress,
    City,
    Postcode,
}
