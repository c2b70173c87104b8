namespace CustomerInsight.Testing;

/// <summary>Writes one street in the ways in which people write it.</summary>
internal static class StreetForms
{
    private static readonly (string Long, string Short)[] Kinds =
        [("Road", "Rd"), ("Street", "St"), ("Avenue", "Ave"), ("Lane", "Ln"), ("Close", "Cl"), ("Drive", "Dr"), ("Gardens", "Gdns"), ("Crescent", "Cres"), ("Court", "Ct")];

    /// <summary>Shortens the last word of one street in four.</summary>
    public static string Vary(SeededRandom random, string street)
    {
        if (random.Next(4) != 0)
        {
            return street;
        }

        foreach ((string full, string shortened) in Kinds)
        {
            if (street.EndsWith(full, StringComparison.Ordinal))
            {
                return string.Concat(street.AsSpan(0, street.Length - full.Length), shortened);
            }
        }

        return street;
    }
}
