using CustomerInsight;
using CustomerInsight.Sources;
using CustomerInsight.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Quickstart;

/// <summary>Where records and activities come from, and the truth where it is known.</summary>
internal sealed class Inputs
{
    private readonly List<IRecordSource> _records = [];
    private readonly List<IActivitySource> _activities = [];

    /// <summary>How the columns of each file were understood.</summary>
    public List<string> Mappings { get; } = [];

    /// <summary>The true customer of a record, or null where that is not known.</summary>
    public Func<RecordKey, string?>? Truth { get; private set; }

    public static async Task<Inputs> OpenAsync(Arguments arguments, CancellationToken cancellationToken)
    {
        var inputs = new Inputs();
        if (!arguments.HasFiles)
        {
            inputs.Generate(arguments);
            return inputs;
        }

        foreach ((string file, string name) in Named(arguments.Records))
        {
            await inputs.AddRecordsAsync(file, name, cancellationToken);
        }

        foreach ((string file, string name) in Named(arguments.Activities))
        {
            await inputs.AddActivitiesAsync(file, name, arguments.Currency, cancellationToken);
        }

        if (arguments.Truth is not null)
        {
            inputs.Truth = await ReadTruthAsync(arguments.Truth, cancellationToken);
        }

        return inputs;
    }

    public void AddTo(IInsightBuilder insight)
    {
        _records.ForEach(source => insight.AddSource(source));
        _activities.ForEach(source => insight.AddActivities(source));
    }

    private void Generate(Arguments arguments)
    {
        SyntheticData data = SyntheticCustomers.Generate(new SyntheticOptions { Seed = arguments.Seed, Records = arguments.Count });
        _records.AddRange(data.RecordSources);
        _activities.AddRange(data.ActivitySources);
        Truth = key => data.Truth[key].ToString();
        Mappings.Add($"synthetic customers: {data.Records.Count:#,0} records of {data.People.Count:#,0} people, seed {arguments.Seed}");
    }

    private async Task AddRecordsAsync(string file, string name, CancellationToken cancellationToken)
    {
        if (IsJsonLines(file))
        {
            var source = new JsonLinesRecordSource(file, new JsonLinesRecordOptions { Name = name });
            Describe(file, await source.ReadMappingAsync(cancellationToken));
            _records.Add(source);
        }
        else
        {
            var source = new CsvRecordSource(file, new CsvRecordOptions { Name = name });
            Describe(file, await source.ReadMappingAsync(cancellationToken));
            _records.Add(source);
        }
    }

    private async Task AddActivitiesAsync(string file, string name, string currency, CancellationToken cancellationToken)
    {
        if (IsJsonLines(file))
        {
            var source = new JsonLinesActivitySource(file, new JsonLinesActivityOptions { Name = name, Currency = currency });
            Describe(file, await source.ReadMappingAsync(cancellationToken));
            _activities.Add(source);
        }
        else
        {
            var source = new CsvActivitySource(file, new CsvActivityOptions { Name = name, Currency = currency });
            Describe(file, await source.ReadMappingAsync(cancellationToken));
            _activities.Add(source);
        }
    }

    private void Describe(string file, ColumnMapping mapping) => Mappings.Add($"{file}: {mapping.Describe().TrimEnd()}");

    private static bool IsJsonLines(string file) =>
        new[] { ".jsonl", ".ndjson", ".jsonl.gz", ".ndjson.gz" }.Any(ending => file.EndsWith(ending, StringComparison.OrdinalIgnoreCase));

    /// <summary>The file's name without its endings; where two files share one, the folder's name goes before it.</summary>
    private static IEnumerable<(string File, string Name)> Named(IReadOnlyList<string> files)
    {
        var taken = new HashSet<string>(StringComparer.Ordinal);
        foreach (string file in files)
        {
            string bare = Path.GetFileName(file).Split('.')[0];
            string? folder = Path.GetFileName(Path.GetDirectoryName(Path.GetFullPath(file)));
            string name = files.Count(other => Path.GetFileName(other).Split('.')[0] == bare) > 1 ? $"{folder}/{bare}" : bare;
            yield return (file, taken.Add(name) ? name : $"{name}#{taken.Count}");
        }
    }

    private static async Task<Func<RecordKey, string?>> ReadTruthAsync(string file, CancellationToken cancellationToken)
    {
        var source = new CsvRecordSource(file);
        ColumnMapping mapping = await source.ReadMappingAsync(cancellationToken);
        string cluster = mapping.Columns.FirstOrDefault(column => column.Role == ColumnRole.Attribute)?.Attribute?.Name
            ?? throw new ArgumentException($"{file} has no column beside the key. A truth file has two: the records' key and the customer's.");
        var truth = new Dictionary<string, string>(StringComparer.Ordinal);
        await foreach (RecordChange change in source.ReadAsync(SourceCursor.Start, cancellationToken))
        {
            if (change.Record is { } record && record[cluster].First is { } customer)
            {
                truth[record.Key.Id] = customer;
            }
        }

        return key => truth.GetValueOrDefault(key.Id);
    }
}
