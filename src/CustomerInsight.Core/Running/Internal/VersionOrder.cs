namespace CustomerInsight;

/// <summary>Which of two versions under one key counts: the later one; where times do not tell, the one whose content comes later in ordinal order.</summary>
internal static class VersionOrder
{
    public static int Compare(SourceRecord left, SourceRecord right)
    {
        int order = Nullable.Compare(left.ObservedAt, right.ObservedAt);
        order = order != 0 ? order : left.EntityKind.CompareTo(right.EntityKind);
        order = order != 0 ? order : CompareValues(left, right);
        order = order != 0 ? order : CompareIdentifiers(left.Identifiers.AsSpan(), right.Identifiers.AsSpan());
        return order != 0 ? order : CompareSchemas(left.Schema.Attributes, right.Schema.Attributes);
    }

    public static int Compare(CustomerActivity left, CustomerActivity right)
    {
        int order = left.At.CompareTo(right.At);
        order = order != 0 ? order : left.Customer.CompareTo(right.Customer);
        order = order != 0 ? order : string.CompareOrdinal(left.Type, right.Type);
        order = order != 0 ? order : Nullable.Compare(left.Value?.Amount, right.Value?.Amount);
        order = order != 0 ? order : string.CompareOrdinal(left.Value?.Currency, right.Value?.Currency);
        order = order != 0 ? order : string.CompareOrdinal(left.Order, right.Order);
        order = order != 0 ? order : string.CompareOrdinal(left.Channel, right.Channel);
        order = order != 0 ? order : string.CompareOrdinal(left.Item, right.Item);
        order = order != 0 ? order : string.CompareOrdinal(left.Category, right.Category);
        return order != 0 ? order : Nullable.Compare(left.Quantity, right.Quantity);
    }

    private static int CompareValues(SourceRecord left, SourceRecord right)
    {
        // By name, not by position: a source may give two versions under two schemas.
        RecordSchema both = RecordSchema.Union([left.Schema, right.Schema]);
        foreach (AttributeDefinition attribute in both.Attributes)
        {
            int order = CompareLists(left[attribute.Name], right[attribute.Name]);
            if (order != 0)
            {
                return order;
            }
        }

        return 0;
    }

    private static int CompareLists(AttributeValues left, AttributeValues right)
    {
        for (int i = 0; i < left.Count && i < right.Count; i++)
        {
            int order = string.CompareOrdinal(left[i], right[i]);
            if (order != 0)
            {
                return order;
            }
        }

        return left.Count.CompareTo(right.Count);
    }

    private static int CompareIdentifiers(ReadOnlySpan<Identifier> left, ReadOnlySpan<Identifier> right)
    {
        for (int i = 0; i < left.Length && i < right.Length; i++)
        {
            int order = left[i].CompareTo(right[i]);
            if (order != 0)
            {
                return order;
            }
        }

        return left.Length.CompareTo(right.Length);
    }

    private static int CompareSchemas(ValueList<AttributeDefinition> left, ValueList<AttributeDefinition> right)
    {
        for (int i = 0; i < left.Count && i < right.Count; i++)
        {
            int order = string.CompareOrdinal(left[i].Name, right[i].Name);
            if (order != 0)
            {
                return order;
            }
        }

        return left.Count.CompareTo(right.Count);
    }
}
