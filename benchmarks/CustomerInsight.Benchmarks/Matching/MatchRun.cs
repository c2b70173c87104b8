using System.Diagnostics;
using CustomerInsight.Matching;

namespace CustomerInsight.Benchmarks;

/// <summary>A run from opening the file to clusters written, without merging, timed step by step.</summary>
internal sealed record MatchRun(int Records, MatchResult Result, IReadOnlyList<RecordCluster> Clusters, IReadOnlyDictionary<string, double> Seconds)
{
    public static async Task<MatchRun> OfAsync(MatchArguments arguments, CancellationToken cancellationToken)
    {
        var seconds = new Dictionary<string, double>(StringComparer.Ordinal) { ["total"] = 0 };
        long started = Stopwatch.GetTimestamp();
        IRecordSource[] sources = [MatchInput.Records(arguments)];
        var context = new InsightContext(new InsightOptions { MaxDegreeOfParallelism = arguments.Threads });
        seconds["read"] = await TimeAsync(() => new ReadRecordsStage(sources).RunAsync(context, cancellationToken));
        seconds["standardize"] = await TimeAsync(() => new StandardizeStage(sources, StandardizerSet.Default).RunAsync(context, cancellationToken));
        await new MatchingStage().RunAsync(context, cancellationToken);
        MatchResult result = context.Find<MatchResult>() ?? throw new IOException($"{arguments.Records} has no usable records. Its key column is record_id.");
        foreach (StageTiming timing in result.Timings)
        {
            seconds[timing.Stage] = timing.Seconds;
        }

        seconds["write"] = await TimeAsync(() => ClusterFile.WriteAsync(context, arguments.Out, cancellationToken));
        seconds["total"] = Stopwatch.GetElapsedTime(started).TotalSeconds;
        return new MatchRun(context.Records.Count, result, context.Clusters!, seconds);
    }

    private static async Task<double> TimeAsync(Func<ValueTask> step)
    {
        long started = Stopwatch.GetTimestamp();
        await step();
        return Stopwatch.GetElapsedTime(started).TotalSeconds;
    }
}
