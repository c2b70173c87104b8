using System.Diagnostics;
using CustomerInsight.Matching;
using CustomerInsight.Sources;

namespace CustomerInsight.Benchmarks;

/// <summary>Measures an identity graph in memory: loading, looking up, and resolving new and changed records one by one.</summary>
internal static class ResolveCommand
{
    public const string Name = "resolve";

    // What the runtime compiles while it learns which methods are hot is no call's own cost.
    private const int Warmup = 2_000;

    /// <summary>Runs the command.</summary>
    /// <returns>The exit code: 0 done, 1 a file cannot be used, 2 the options cannot be understood.</returns>
    public static async Task<int> RunAsync(string[] args, TextWriter screen, TextWriter error, CancellationToken cancellationToken)
    {
        if (!ResolveArguments.TryParse(args, out ResolveArguments arguments, out string? problem))
        {
            error.WriteLine(problem);
            error.WriteLine(ResolveArguments.Usage);
            return 2;
        }

        try
        {
            ResolveMeasures? measures = arguments.Model is { } model
                ? await MeasureAsync(arguments, MatchModel.Load(File.OpenRead(model)), error, cancellationToken)
                : await MeasureAllAsync(arguments, args, error, cancellationToken);
            if (measures is null)
            {
                return 1;
            }

            if (arguments.Model is null)
            {
                MatchMeasures.Print(screen, measures.ToJson());
            }

            if (arguments.Json is { } json)
            {
                await File.WriteAllTextAsync(json, measures.ToJson(), cancellationToken);
            }

            return 0;
        }
        catch (Exception unusable) when (unusable is IOException or UnauthorizedAccessException or SourceFormatException or ArgumentException)
        {
            error.WriteLine(unusable.Message);
            return 1;
        }
    }

    /// <summary>Trains and loads here, as a nightly run does, and has calls measured in a process that collects as a service does.</summary>
    private static async Task<ResolveMeasures?> MeasureAllAsync(ResolveArguments arguments, string[] args, TextWriter error, CancellationToken cancellationToken)
    {
        string folder = Directory.CreateTempSubdirectory("resolve").FullName;
        try
        {
            (string file, string json) = (Path.Combine(folder, "model.json"), Path.Combine(folder, "calls.json"));
            error.WriteLine("training");
            await TrainAsync(arguments, file, cancellationToken);
            (ResolveMeasures loaded, _, _) = await LoadAsync(arguments, MatchModel.Load(File.OpenRead(file)), error, cancellationToken);
            int code = await ServiceProcess.RunAsync([Name, .. args, "--model", file, "--json", json], cancellationToken);
            return code == 0 ? ResolveMeasures.FromJson(await File.ReadAllTextAsync(json, cancellationToken)) with { LoadPerSecond = loaded.LoadPerSecond } : null;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<(ResolveMeasures Measures, IdentityGraph Graph, ResolveInput Input)> LoadAsync(ResolveArguments arguments, MatchModel model, TextWriter error, CancellationToken cancellationToken)
    {
        long before = GC.GetTotalMemory(forceFullCollection: true);
        var graph = new IdentityGraph(new IdentitySetup { MaxDegreeOfParallelism = arguments.Threads });
        error.WriteLine("loading");
        var input = new ResolveInput(arguments.Calls + Warmup);
        long started = Stopwatch.GetTimestamp();
        await graph.LoadAsync(input.TakeAsync(Source(arguments).ReadAsync(SourceCursor.Start, cancellationToken), cancellationToken), model, new StageLog(error), cancellationToken);
        double seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;

        // This may run on the stack of what ended the load, which still holds what it worked with.
        await Task.Yield();
        IdentityCounts counts = graph.Count();
        double bytes = (GC.GetTotalMemory(forceFullCollection: true) - before) / (double)counts.Records;
        var none = new CallMeasures(0, 0, 0);
        return (new ResolveMeasures(counts.Records, counts.Profiles, counts.Records / seconds, none, none, bytes, 0, ProcessMemory.PeakMegabytes()), graph, input);
    }

    private static async Task<ResolveMeasures> MeasureAsync(ResolveArguments arguments, MatchModel model, TextWriter error, CancellationToken cancellationToken)
    {
        (ResolveMeasures loaded, IdentityGraph graph, ResolveInput input) = await LoadAsync(arguments, model, error, cancellationToken);
        error.WriteLine("looking up");
        RecordKey[] keys = input.Keys(arguments.Calls + Warmup);
        int looked = 0;
        CallMeasures lookups = Time(arguments.Calls, () => _ = graph.Find(keys[looked++]));
        error.WriteLine("resolving");
        SourceRecord[] records = input.Upserts();
        int next = 0;
        long pairs = graph.Count().PairsCompared;
        CallMeasures resolved = Time(Math.Max(1, records.Length - Warmup), () => Resolve(graph, records[next++ % records.Length]));
        IdentityCounts counts = graph.Count();
        await graph.DisposeAsync();
        return loaded with
        {
            Records = counts.Records,
            Profiles = counts.Profiles,
            LookupMicroseconds = lookups,
            UpsertMicroseconds = resolved,
            PairsPerUpsert = (counts.PairsCompared - pairs) / (double)records.Length,
            PeakMegabytes = ProcessMemory.PeakMegabytes(),
        };
    }

    /// <summary>Learns on the whole file, as a nightly run does.</summary>
    private static async Task TrainAsync(ResolveArguments arguments, string file, CancellationToken cancellationToken)
    {
        var engine = new InsightEngine(new InsightSetup { RecordSources = [Source(arguments)], Stages = [new MatchingStage()], Options = new InsightOptions { MaxDegreeOfParallelism = arguments.Threads } });
        InsightRun run = await engine.RunAsync(null, cancellationToken);
        await using FileStream stream = File.Create(file);
        ((MatchModel)run.Matches()!.Model).Save(stream);
    }

    private static CsvRecordSource Source(ResolveArguments arguments)
    {
        var options = new CsvRecordOptions();
        options.Columns.Key(MatchInput.Key);
        return new CsvRecordSource(arguments.Records, options);
    }

    private static void Resolve(IdentityGraph graph, SourceRecord record)
    {
        ValueTask<Resolution> call = graph.ResolveAsync(record);
        if (!call.IsCompletedSuccessfully)
        {
            call.AsTask().GetAwaiter().GetResult();
        }
    }

    /// <summary>Times calls one by one; the first are not counted.</summary>
    private static CallMeasures Time(int calls, Action call)
    {
        for (int i = 0; i < Warmup; i++)
        {
            call();
        }

        var times = new List<TimeSpan>(calls);
        for (int i = 0; i < calls; i++)
        {
            long started = Stopwatch.GetTimestamp();
            call();
            times.Add(Stopwatch.GetElapsedTime(started));
        }

        return CallMeasures.Of(times);
    }
}
