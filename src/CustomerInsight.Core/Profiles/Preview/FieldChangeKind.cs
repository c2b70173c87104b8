namespace CustomerInsight;

/// <summary>How a field of a profile would change.</summary>
public enum FieldChangeKind
{
    /// <summary>It would have other values: another record's, as that wrote them.</summary>
    Value,

    /// <summary>It would have the same values, but from another record.</summary>
    Winner,

    /// <summary>The profile would have the field; it did not before.</summary>
    Added,

    /// <summary>The profile would not have the field any more.</summary>
    Removed,
}
