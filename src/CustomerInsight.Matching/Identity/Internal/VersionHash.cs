namespace CustomerInsight.Matching;

/// <summary>A hash of all that a version of a record says, to tell one that comes again.</summary>
internal static class VersionHash
{
    public static ulong Of(SourceRecord version)
    {
        ulong hash = StableHash.Combine((ulong)version.EntityKind, (ulong)(version.ObservedAt?.UtcTicks ?? -1));
        for (int i = 0; i < version.Values.Length; i++)
        {
            AttributeValues values = version.Values[i];
            for (int k = 0; k < values.Count; k++)
            {
                hash = StableHash.Combine(StableHash.Combine(hash, StableHash.Of(version.Schema.Attributes[i].Name)), StableHash.Of(values[k]));
            }
        }

        foreach (Identifier identifier in version.Identifiers)
        {
            hash = StableHash.Combine(hash, IdentifierRule.Hash(identifier));
        }

        return hash;
    }
}
