namespace CustomerInsight.Testing;

internal sealed record Address(string Street, string City, string Postcode);
