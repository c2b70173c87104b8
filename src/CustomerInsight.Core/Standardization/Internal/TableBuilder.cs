using System.Collections.Concurrent;

namespace CustomerInsight;

/// <summary>Standardizes records in canonical order into a table, one column after the other on all cores.</summary>
internal sealed class TableBuilder(
    SourceRecord[] records,
    StandardizerSet standardizers,
    IReadOnlyDictionary<string, SourceConventions> conventions,
    IReadOnlyDictionary<string, int> trustRanks)
{
    /// <summary>What was noted about the values of each column, once built.</summary>
    public IReadOnlyList<ColumnNotes> Notes { get; private set; } = [];

    /// <summary>How many records have a whole name that was taken apart.</summary>
    public int NamesSplit { get; private set; }

    public StandardizedTable Build(ParallelOptions parallel)
    {
        RecordSchema schema = RecordSchema.Union(Schemas());
        var names = SplitNames.For(schema);
        NamesSplit = names?.Count(records) ?? 0;
        var columns = new StandardizedColumn[schema.Attributes.Count];
        var notes = new ColumnNotes[columns.Length];

        // One column is one thread's work, so the ids inside it do not depend on how many threads there are.
        var next = Partitioner.Create(Enumerable.Range(0, columns.Length), EnumerablePartitionerOptions.NoBuffering);
        Parallel.ForEach(next, parallel, attribute =>
        {
            AttributeDefinition definition = schema.Attributes[attribute];
            var builder = new ColumnBuilder(definition, standardizers.For(definition.Kind));
            notes[attribute] = builder.Notes;
            columns[attribute] = builder.Build(records, conventions, names?.Fallback(definition.Name), parallel.CancellationToken);
        });
        Notes = notes;
        return new StandardizedTable(schema, records, columns, trustRanks, [.. conventions.Values.Append(SourceConventions.Default).Distinct()]);
    }

    private HashSet<RecordSchema> Schemas()
    {
        HashSet<RecordSchema> schemas = [];
        RecordSchema? last = null;
        foreach (SourceRecord record in records)
        {
            if (!ReferenceEquals(record.Schema, last))
            {
                last = record.Schema;
                schemas.Add(last);
            }
        }

        return schemas;
    }
}
