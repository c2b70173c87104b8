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

        if (!ServiceProcess.IsOne)
        {
            return await ServiceProcess.RunAsync([Name, .. args], cancellationToken);
        }

        try
        {
            ResolveMeasures measures = await MeasureAsync(arguments, error, cancellationToken);
            MatchMeasures.Print(screen, measures.ToJson());
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

    private static async Task<ResolveMeasures> MeasureAsync(ResolveArguments arguments, TextWriter error, CancellationToken cancellationToken)
    {
        error.WriteLine("training");
        MatchModel model = await TrainAsync(arguments, cancellationToken);

        long before = GC.GetTotalMemory(forceFullCollection: true);
        await using var graph = new IdentityGraph(new IdentitySetup { MaxDegreeOfParallelism = arguments.Threads });
        error.WriteLine("loading");
        var input = new ResolveInput(arguments.Calls + Warmup);
        long started = Stopwatch.GetTimestamp();
        await graph.LoadAsync(input.TakeAsync(Source(arguments).ReadAsync(SourceCursor.Start, cancellationToken), cancellationToken), model, new StageLog(error), cancellationToken);
        double seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        long loaded = graph.Count().Records;
        double bytes = (GC.GetTotalMemory(forceFullCollection: true) - before) / (double)loaded;
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
        return new ResolveMeasures(counts.Records, counts.Profiles, loaded / seconds, lookups, resolved, bytes, (counts.PairsCompared - pairs) / (double)records.Length, ProcessMemory.PeakMegabytes());
    }

    /// <summary>Learns on the whole file, as a nightly run does.</summary>
    private static async Task<MatchModel> TrainAsync(ResolveArguments arguments, CancellationToken cancellationToken)
    {
        var engine = new InsightEngine(new InsightSetup { RecordSources = [Source(arguments)], Stages = [new MatchingStage()], Options = new InsightOptions { MaxDegreeOfParallelism = arguments.Threads } });
        InsightRun run = await engine.RunAsync(null, cancellationToken);
        return (MatchModel)run.Matches()!.Model;
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
