using CustomerInsight.Sources;

namespace CustomerInsight.Benchmarks;

/// <summary>The files of the command <c>match</c>.</summary>
internal static class MatchInput
{
    private const string Key = "record_id";
    private const string Entity = "cluster_id";

    public static IRecordSource Records(MatchArguments arguments)
    {
        var options = new CsvRecordOptions();
        options.Columns.Key(Key);
        foreach ((string column, AttributeKind kind) in arguments.Map)
        {
            options.Columns.Attribute(column, kind);
        }

        foreach (string column in arguments.Withhold)
        {
            options.Columns.Ignore(column);
        }

        return new CsvRecordSource(arguments.Records, options);
    }

    /// <summary>Reads which records are one entity.</summary>
    public static async Task<Func<RecordKey, string?>> TruthAsync(string file, CancellationToken cancellationToken)
    {
        var options = new CsvRecordOptions();
        options.Columns.Key(Key).Attribute(Entity, AttributeKind.Text, Entity);
        var truth = new Dictionary<string, string>(StringComparer.Ordinal);
        await foreach (RecordChange change in new CsvRecordSource(file, options).ReadAsync(SourceCursor.Start, cancellationToken))
        {
            if (change.Record is { } record && record[Entity].First is { } entity)
            {
                truth[record.Key.Id] = entity;
            }
        }

        return key => truth.GetValueOrDefault(key.Id);
    }
}
