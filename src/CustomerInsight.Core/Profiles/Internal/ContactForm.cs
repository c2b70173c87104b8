namespace CustomerInsight;

/// <summary>What makes two claims one contact point.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="IsUsable">Whether a standardizer could use it.</param>
/// <param name="Values">The standardized values, or those written where there are none.</param>
internal readonly record struct ContactForm(ContactPointKind Kind, bool IsUsable, ValueList<AttributeValues> Values)
{
    /// <summary>Compares in ordinal order.</summary>
    public static int Compare(ValueList<AttributeValues> left, ValueList<AttributeValues> right)
    {
        for (int part = 0; part < left.Count && part < right.Count; part++)
        {
            for (int i = 0; i < left[part].Count && i < right[part].Count; i++)
            {
                int order = string.CompareOrdinal(left[part][i], right[part][i]);
                if (order != 0)
                {
                    return order;
                }
            }

            if (left[part].Count != right[part].Count)
            {
                return left[part].Count.CompareTo(right[part].Count);
            }
        }

        return left.Count.CompareTo(right.Count);
    }
}
