namespace CustomerInsight.Benchmarks;

/// <summary>The kinds of columns that the library knows, by name.</summary>
internal static class AttributeKinds
{
    private static readonly AttributeKind[] All =
    [
        .. typeof(AttributeKind).GetFields().Where(static field => field.IsStatic).Select(static field => (AttributeKind)field.GetValue(null)!),
    ];

    public static IEnumerable<string> Names => All.Select(static kind => kind.Name);

    public static AttributeKind? Find(string name) =>
        All.Where(kind => string.Equals(kind.Name, name, StringComparison.OrdinalIgnoreCase)).Select(static kind => (AttributeKind?)kind).FirstOrDefault();
}
