namespace CustomerInsight.Matching;

/// <summary>An attribute of the records that a model was trained on.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Kind">What it means.</param>
/// <param name="Standardizer">The name of what standardized its values.</param>
/// <param name="StandardizerVersion">That one's version.</param>
public sealed record TrainedColumn(string Name, AttributeKind Kind, string Standardizer, int StandardizerVersion)
{
    /// <summary>Gives the attributes of a table.</summary>
    /// <param name="table">The records.</param>
    /// <returns>The attributes, by name in ordinal order.</returns>
    public static ValueList<TrainedColumn> Of(StandardizedTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        return ValueList.From(Enumerable.Range(0, table.Schema.Attributes.Count).Select(table.Column)
            .Select(static column => new TrainedColumn(column.Attribute.Name, column.Attribute.Kind, column.Standardizer, column.StandardizerVersion))
            .OrderBy(static attribute => attribute.Name, StringComparer.Ordinal));
    }

    /// <summary>The hash of a schema: of names and kinds, in the order of the names.</summary>
    internal static string HashOf(IEnumerable<TrainedColumn> attributes) => attributes
        .OrderBy(static attribute => attribute.Name, StringComparer.Ordinal)
        .Aggregate(0UL, static (hash, attribute) => StableHash.Combine(StableHash.Combine(hash, StableHash.Of(attribute.Name)), StableHash.Of(attribute.Kind.Name)))
        .ToString("x16", System.Globalization.CultureInfo.InvariantCulture);
}
