using System.Collections.Concurrent;

namespace CustomerInsight;

/// <summary>Standardizes records in canonical order into a table, one column after the other on all cores.</summary>
internal sealed class TableBuilder(
    SourceRecord[] records,
    StandardizerSet standardizers,
    IReadOnlyDictionary<string, SourceConventions> conventions,
    IReadOnlyDictionary<string, int> trustRanks,
    bool splitNames = true)
{
    private const int BlockLength = 128;

    /// <summary>What was noted about the values of each column, once built.</summary>
    public IReadOnlyList<ColumnNotes> Notes { get; private set; } = [];

    /// <summary>How many records have a whole name that was taken apart.</summary>
    public int NamesSplit { get; private set; }

    public StandardizedTable Build(ParallelOptions parallel)
    {
        RecordSchema schema = RecordSchema.Union(Schemas());
        SplitNames? names = splitNames ? SplitNames.For(schema) : null;
        NamesSplit = names?.Count(records) ?? 0;
        var columns = new StandardizedColumn[schema.Attributes.Count];
        var notes = new ColumnNotes[columns.Length];

        // One column is one thread's work, so the ids inside it do not depend on how many threads there are.
        var builders = new ColumnBuilder[columns.Length];
        for (int attribute = 0; attribute < columns.Length; attribute++)
        {
            AttributeDefinition definition = schema.Attributes[attribute];
            builders[attribute] = new ColumnBuilder(definition, standardizers.For(definition.Kind), records, conventions, names?.Fallback(definition.Name));
            notes[attribute] = builders[attribute].Notes;
        }

        List<int>[] shares = ColumnShares.Of(schema, records, parallel.MaxDegreeOfParallelism);
        Parallel.ForEach(Partitioner.Create(shares, EnumerablePartitionerOptions.NoBuffering), parallel, share =>
        {
            // A thread's columns together, some records at a time: what leads to their values is then fetched once.
            for (int from = 0; from < records.Length; from += BlockLength)
            {
                parallel.CancellationToken.ThrowIfCancellationRequested();
                int to = Math.Min(from + BlockLength, records.Length);
                foreach (int attribute in share)
                {
                    builders[attribute].Take(from, to);
                }
            }

            foreach (int attribute in share)
            {
                columns[attribute] = builders[attribute].Build();
                builders[attribute] = null!;
            }
        });
        Notes = notes;
        return new StandardizedTable(schema, records, columns, trustRanks, RecordStandardizer.AllOf(conventions));
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
