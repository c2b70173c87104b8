namespace CustomerInsight.Sources;

/// <summary>What one column of a source is read as.</summary>
/// <param name="Column">The column's name in the source; empty where the header is blank.</param>
/// <param name="Role">What it is read as.</param>
public sealed record MappedColumn(string Column, ColumnRole Role)
{
    /// <summary>Gets a value indicating whether the options or a known name gave the column its meaning.</summary>
    public bool IsRecognized { get; init; } = true;

    /// <summary>Gets the attribute that the column becomes, or null where it becomes none.</summary>
    public AttributeDefinition? Attribute { get; init; }

    /// <summary>Gets the type of the identifiers that the column becomes, or null where it becomes none.</summary>
    public string? IdentifierType { get; init; }

    /// <summary>Gets the scope of those identifiers.</summary>
    public string IdentifierScope { get; init; } = string.Empty;

    /// <summary>Says what the column becomes, such as <c>given_name (given-name)</c>.</summary>
    /// <returns>The text, without the column's own name.</returns>
    public string Describe() => Role switch
    {
        ColumnRole.Ignored => "ignored",
        ColumnRole.Attribute when Attribute is null || Attribute.Kind == AttributeKind.Text => "kept as text",
        ColumnRole.Attribute => $"{Attribute.Name} ({Attribute.Kind})",
        ColumnRole.ObservedAt => "observed at",
        ColumnRole.UnitPrice => "unit price",
        ColumnRole.Identifier or ColumnRole.Customer when IdentifierType is not null && IdentifierType != CustomerInsight.Identifier.RecordKeyType =>
            $"{Name(Role)} {new Identifier(IdentifierType, IdentifierScope, string.Empty)}",
        _ => Name(Role),
    };

    private static string Name(ColumnRole role) => role switch
    {
        ColumnRole.Key => "key",
        ColumnRole.Identifier => "identifier",
        ColumnRole.Customer => "customer",
        ColumnRole.Time => "time",
        ColumnRole.Amount => "amount",
        ColumnRole.Quantity => "quantity",
        ColumnRole.Currency => "currency",
        ColumnRole.Order => "order",
        ColumnRole.Item => "item",
        ColumnRole.Channel => "channel",
        ColumnRole.Category => "category",
        _ => "type",
    };
}
