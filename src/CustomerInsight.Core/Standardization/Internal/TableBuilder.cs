namespace CustomerInsight;

/// <summary>Standardizes records in canonical order into a table, one column after the other on all cores.</summary>
internal sealed class TableBuilder(
    IReadOnlyList<SourceRecord> records,
    StandardizerSet standardizers,
    IReadOnlyDictionary<string, SourceConventions> conventions,
    IReadOnlyDictionary<string, int> trustRanks)
{
    /// <summary>The columns once built, with what was noted about their values.</summary>
    public IReadOnlyList<ColumnBuilder> Columns { get; private set; } = [];

    /// <summary>How many records have a whole name that was taken apart.</summary>
    public int NamesSplit { get; private set; }

    public StandardizedTable Build(ParallelOptions parallel)
    {
        RecordSchema schema = RecordSchema.Union(records.Select(static record => record.Schema).Distinct());
        var names = SplitNames.For(schema);
        NamesSplit = names?.Count(records) ?? 0;
        var columns = new ColumnBuilder[schema.Attributes.Count];

        // One column is one thread's work, so the ids inside it do not depend on how many threads there are.
        Parallel.For(0, columns.Length, parallel, attribute =>
        {
            AttributeDefinition definition = schema.Attributes[attribute];
            columns[attribute] = new ColumnBuilder(definition, standardizers.For(definition.Kind));
            columns[attribute].AddAll(records, conventions, names?.Fallback(definition.Name), parallel.CancellationToken);
        });
        Columns = columns;
        return new StandardizedTable(schema, records, [.. columns.Select(static column => column.Build())], trustRanks, [.. conventions.Values.Append(SourceConventions.Default).Distinct()]);
    }
}
