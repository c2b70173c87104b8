namespace CustomerInsight;

/// <summary>Contenders are equal where they say the same about every field of the group, in the form to compare by.</summary>
internal sealed class SayingComparer : IEqualityComparer<Contender>
{
    public static SayingComparer Instance { get; } = new();

    /// <summary>
    /// What a contender says about a field. A value that the standardizer rejected has no standardized form; two of them are the same only if
    /// written the same.
    /// </summary>
    public static AttributeValues Said(Contender contender, int field) =>
        contender.Standardized[field].IsNone ? contender.Values[field] : contender.Standardized[field];

    public bool Equals(Contender? x, Contender? y)
    {
        if (x is null || y is null || x.Values.Count != y.Values.Count)
        {
            return ReferenceEquals(x, y);
        }

        for (int i = 0; i < x.Values.Count; i++)
        {
            if (Said(x, i) != Said(y, i))
            {
                return false;
            }
        }

        return true;
    }

    public int GetHashCode(Contender obj)
    {
        HashCode hash = default;
        for (int i = 0; i < obj.Values.Count; i++)
        {
            AttributeValues said = Said(obj, i);
            hash.Add(said.Count);
            for (int value = 0; value < said.Count; value++)
            {
                hash.Add(said[value], StringComparer.Ordinal);
            }
        }

        return hash.ToHashCode();
    }
}
