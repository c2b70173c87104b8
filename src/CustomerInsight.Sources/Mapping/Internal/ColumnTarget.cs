namespace CustomerInsight.Sources;

/// <summary>What a column means, before it is known how its attribute is called.</summary>
internal sealed record ColumnTarget(ColumnRole Role)
{
    public AttributeKind Kind { get; init; } = AttributeKind.Text;

    public string? AttributeName { get; init; }

    public string? IdentifierType { get; init; }

    /// <summary>The scope; null where it is the source's name.</summary>
    public string? IdentifierScope { get; init; } = string.Empty;
}
