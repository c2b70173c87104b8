namespace CustomerInsight.Sources;

/// <summary>What a column of a source is read as.</summary>
public enum ColumnRole
{
    /// <summary>Not read.</summary>
    Ignored,

    /// <summary>An attribute of the record.</summary>
    Attribute,

    /// <summary>The key of the record or of the activity.</summary>
    Key,

    /// <summary>When the source held the record's values.</summary>
    ObservedAt,

    /// <summary>An identifier that the record claims.</summary>
    Identifier,

    /// <summary>By which identifier the activity's customer was known.</summary>
    Customer,

    /// <summary>When the activity happened.</summary>
    Time,

    /// <summary>The money of the activity.</summary>
    Amount,

    /// <summary>How many pieces; the money is this times <see cref="UnitPrice"/> where there is such a column.</summary>
    Quantity,

    /// <summary>The money for one piece.</summary>
    UnitPrice,

    /// <summary>The currency of the money.</summary>
    Currency,

    /// <summary>The order, invoice or basket.</summary>
    Order,

    /// <summary>The product or page.</summary>
    Item,

    /// <summary>The channel.</summary>
    Channel,

    /// <summary>What happened.</summary>
    Type,

    /// <summary>The category of the product or page.</summary>
    Category,
}
