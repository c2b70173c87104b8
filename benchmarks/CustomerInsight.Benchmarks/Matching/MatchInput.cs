using CustomerInsight.Sources;

namespace CustomerInsight.Benchmarks;

/// <summary>The files of the command <c>match</c>.</summary>
internal static class MatchInput
{
    public const string Key = "record_id";
    private const string Entity = "cluster_id";

    /// <summary>The records as one source, or, where a column names it, as one for each of its values.</summary>
    public static async Task<IReadOnlyList<IRecordSource>> RecordsAsync(MatchArguments arguments, CancellationToken cancellationToken)
    {
        CsvRecordOptions options = arguments.IsVerbatim ? await VerbatimAsync(arguments, cancellationToken) : Guessed(arguments);
        return arguments.Link is null
            ? [new CsvRecordSource(arguments.Records, options)]
            : Distinct(await LinkedSource.ReadAsync(new CsvRecordSource(arguments.Records, options), cancellationToken));
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

    /// <summary>Refuses a record id that two sources have: the truth and the written clusters know records by their ids alone.</summary>
    private static IReadOnlyList<LinkedSource> Distinct(IReadOnlyList<LinkedSource> sources)
    {
        var ids = new HashSet<string>(StringComparer.Ordinal);
        return sources.All(source => source.Ids.Distinct(StringComparer.Ordinal).All(ids.Add))
            ? sources
            : throw new ArgumentException($"Two sources have records with the same {Key}. With --link it must tell records apart across sources, as in the file of the truth: put the source's name before it.");
    }

    /// <summary>Columns by what their names say.</summary>
    private static CsvRecordOptions Guessed(MatchArguments arguments)
    {
        CsvRecordOptions options = Common(arguments);
        foreach ((string column, AttributeKind kind) in arguments.Map)
        {
            options.Columns.Attribute(column, kind);
        }

        return options;
    }

    /// <summary>Every column under its own name and of a kind of its own, so that nothing is made of it: Splink knows columns, not kinds.</summary>
    private static async Task<CsvRecordOptions> VerbatimAsync(MatchArguments arguments, CancellationToken cancellationToken)
    {
        CsvRecordOptions options = Common(arguments);
        ColumnMapping mapping = await new CsvRecordSource(arguments.Records, options).ReadMappingAsync(cancellationToken);
        foreach (string column in mapping.Columns.Select(static column => column.Column).Except([Key, arguments.Link ?? Key, .. arguments.Withhold], StringComparer.Ordinal))
        {
            options.Columns.Attribute(column, new AttributeKind(column), column);
        }

        return options;
    }

    private static CsvRecordOptions Common(MatchArguments arguments)
    {
        var options = new CsvRecordOptions();
        options.Columns.Key(Key);
        if (arguments.Link is { } link)
        {
            options.Columns.Attribute(link, AttributeKind.Text, LinkedSource.Attribute);
        }

        foreach (string column in arguments.Withhold)
        {
            options.Columns.Ignore(column);
        }

        return options;
    }
}
