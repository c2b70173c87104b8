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
            await AddAsync(file, () => inputs.AddRecordsAsync(file, name, cancellationToken));
        }

        foreach ((string file, string name) in Named(arguments.Activities))
        {
            await AddAsync(file, () => inputs.AddActivitiesAsync(file, name, arguments.Currency, cancellationToken));
        }

        if (arguments.Truth is not null)
        {
            await AddAsync(arguments.Truth, async () => inputs.Truth = await ReadTruthAsync(arguments.Truth, cancellationToken));
        }

        return inputs;
    }

    /// <summary>Opens a file; where that fails, the message names it.</summary>
    private static async Task AddAsync(string file, Func<Task> add)
    {
        if (Directory.Exists(file))
        {
            throw new IOException($"{file} is a folder. Name a file.");
        }

        try
        {
            await add();
        }
        catch (Exception unusable) when (unusable is SourceFormatException or ArgumentException)
        {
            throw new IOException($"{file}: {unusable.Message}", unusable);
        }
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
            await TryReadAsync(source, cancellationToken);
            _activities.Add(source);
        }
        else
        {
            var source = new CsvActivitySource(file, new CsvActivityOptions { Name = name, Currency = currency });
            Describe(file, await source.ReadMappingAsync(cancellationToken));
            await TryReadAsync(source, cancellationToken);
            _activities.Add(source);
        }
    }

    /// <summary>Reads one row, so that columns without which activities are nothing are missed here and not in the midst of a run.</summary>
    private static async Task TryReadAsync(IActivitySource source, CancellationToken cancellationToken)
    {
        await foreach (ActivityChange _ in source.ReadAsync(SourceCursor.Start, cancellationToken))
        {
            break;
        }
    }

    private void Describe(string file, ColumnMapping mapping) => Mappings.Add($"{file}: {mapping.Describe().TrimEnd()}");

    private static bool IsJsonLines(string file) =>
        new[] { ".jsonl", ".ndjson", ".jsonl.gz", ".ndjson.gz" }.Any(ending => file.EndsWith(ending, StringComparison.OrdinalIgnoreCase));

    /// <summary>The file's name without its endings; where several share one, the folder's name goes before it, and then a number after it.</summary>
    private static IEnumerable<(string File, string Name)> Named(IReadOnlyList<string> files)
    {
        var times = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (string file in files)
        {
            string path = Path.GetFullPath(file);
            bool isShared = files.Any(other => Bare(other) == Bare(file) && Path.GetFullPath(other) != path);
            string name = isShared ? $"{Path.GetFileName(Path.GetDirectoryName(path))}/{Bare(file)}" : Bare(file);
            times[name] = times.GetValueOrDefault(name) + 1;
            yield return (file, times[name] == 1 ? name : $"{name}#{times[name]}");
        }

        static string Bare(string file) => Path.GetFileName(file).TrimStart('.').Split('.')[0] is { Length: > 0 } bare ? bare : "file";
    }

    private static async Task<Func<RecordKey, string?>> ReadTruthAsync(string file, CancellationToken cancellationToken)
    {
        var source = new CsvRecordSource(file);
        ColumnMapping mapping = await source.ReadMappingAsync(cancellationToken);
        string cluster = mapping.Columns.FirstOrDefault(column => column.Role == ColumnRole.Attribute)?.Attribute?.Name
            ?? throw new ArgumentException("There is no column beside the key. A truth file has two: the records' key and the customer's.");
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
