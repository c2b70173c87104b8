namespace CustomerInsight;

/// <summary>How one attribute is read from a host's object.</summary>
/// <typeparam name="T">The object's type.</typeparam>
/// <param name="Definition">The attribute.</param>
/// <param name="Read">Reads its values.</param>
internal sealed record MappedAttribute<T>(AttributeDefinition Definition, Func<T, AttributeValues> Read);
