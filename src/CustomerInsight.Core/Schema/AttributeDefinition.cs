namespace CustomerInsight;

/// <summary>One named field of a record.</summary>
/// <param name="Name">The field's name, unique within a schema; upper and lower case differ.</param>
/// <param name="Kind">What the field means.</param>
public sealed record AttributeDefinition(string Name, AttributeKind Kind);
