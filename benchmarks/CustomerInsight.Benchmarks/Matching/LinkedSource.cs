using System.Runtime.CompilerServices;

namespace CustomerInsight.Benchmarks;

/// <summary>The records of one source out of a file that holds several.</summary>
internal sealed class LinkedSource(string name, IReadOnlyList<RecordChange> changes) : IRecordSource
{
    /// <summary>The attribute that names the source while the file is read.</summary>
    public const string Attribute = "source of the record";

    private const string Unnamed = "unnamed";

    public string Name => name;

    /// <summary>Gets the ids of the records that could be read.</summary>
    public IEnumerable<string> Ids => changes.Select(static change => change.Record?.Key.Id).OfType<string>();

    public async IAsyncEnumerable<RecordChange> ReadAsync(SourceCursor after, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask;
        foreach (RecordChange change in changes)
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return change;
        }
    }

    /// <summary>Reads a file and deals its records out; the naming attribute is none of theirs any more. Rows that cannot be read go to the first source.</summary>
    public static async Task<IReadOnlyList<LinkedSource>> ReadAsync(IRecordSource file, CancellationToken cancellationToken)
    {
        var sources = new SortedDictionary<string, List<RecordChange>>(StringComparer.Ordinal);
        var unread = new List<RecordChange>();
        var schemas = new Dictionary<RecordSchema, RecordSchema>();
        await foreach (RecordChange change in file.ReadAsync(SourceCursor.Start, cancellationToken))
        {
            if (change.Record is not { } record)
            {
                unread.Add(change);
                continue;
            }

            string source = record[Attribute].First ?? Unnamed;
            if (!sources.TryGetValue(source, out List<RecordChange>? changes))
            {
                sources.Add(source, changes = []);
            }

            changes.Add(RecordChange.Upsert(Dealt(record, source, schemas)));
        }

        return [.. sources.Select((source, i) => new LinkedSource(source.Key, i == 0 ? [.. source.Value, .. unread] : source.Value))];
    }

    private static SourceRecord Dealt(SourceRecord record, string source, Dictionary<RecordSchema, RecordSchema> schemas)
    {
        if (!schemas.TryGetValue(record.Schema, out RecordSchema? schema))
        {
            schema = new RecordSchema(record.Schema.Attributes.Where(static attribute => attribute.Name != Attribute));
            schemas.Add(record.Schema, schema);
        }

        return new SourceRecord(schema, new RecordKey(source, record.Key.Id), [.. schema.Attributes.Select(attribute => record[attribute.Name])])
        {
            Tenant = record.Tenant,
            EntityKind = record.EntityKind,
            ObservedAt = record.ObservedAt,
            Identifiers = record.Identifiers,
        };
    }
}
