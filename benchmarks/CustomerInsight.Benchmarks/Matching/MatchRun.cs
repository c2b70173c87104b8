using System.Diagnostics;
using CustomerInsight.Matching;

namespace CustomerInsight.Benchmarks;

/// <summary>A run from opening the file to clusters written, without merging, timed step by step.</summary>
internal sealed record MatchRun(int Records, MatchResult Result, IReadOnlyList<RecordCluster> Clusters, IReadOnlyDictionary<string, double> Seconds)
{
    public static async Task<MatchRun> OfAsync(MatchArguments arguments, TextWriter error, CancellationToken cancellationToken)
    {
        var seconds = new Dictionary<string, double>(StringComparer.Ordinal) { ["total"] = 0 };
        long started = Stopwatch.GetTimestamp();
        IReadOnlyList<IRecordSource> sources = [];
        var context = new InsightContext(new InsightOptions { MaxDegreeOfParallelism = arguments.Threads });
        seconds["read"] = await TimeAsync(async () =>
        {
            sources = await MatchInput.RecordsAsync(arguments, cancellationToken);
            await new ReadRecordsStage(sources).RunAsync(context, cancellationToken);
        });
        StandardizerSet standardizers = arguments.IsVerbatim ? StandardizerSet.Verbatim : StandardizerSet.Default;
        seconds["standardize"] = await TimeAsync(() => new StandardizeStage(sources, standardizers).RunAsync(context, cancellationToken));
        MatchConstraints constraints = arguments.DuplicateFree ? new MatchConstraints { DuplicateFreeSources = ValueList.From(sources.Select(static source => source.Name)) } : MatchConstraints.None;

        // Pairs inside a source that has nobody twice would eat the budget and teach what a pair of two people looks like.
        LinkMode linkMode = arguments.DuplicateFree ? LinkMode.LinkOnly : LinkMode.DedupeAndLink;
        MatchingStage stage = arguments switch
        {
            { SplinkModel: { } model } => SplinkSetup.Read(model, error).Stage(constraints, linkMode),
            { Rules: BlockingRules.SplinkNarrow or BlockingRules.SplinkWide } => SplinkProcedure.Stage(arguments.Rules == BlockingRules.SplinkWide, constraints, linkMode),
            _ => new MatchingStage(schema => Design(schema, arguments.Rules), new MatchingOptions { LinkMode = linkMode }, constraints: constraints),
        };
        await stage.RunAsync(context, cancellationToken);
        foreach (SourceReport source in context.Sources.Where(static source => source.RejectedTotal > 0))
        {
            error.WriteLine($"{source.RejectedTotal} rows of source '{source.Source}' cannot be used and were left out.");
        }

        MatchResult result = context.Find<MatchResult>() ?? throw new IOException($"{arguments.Records} has no usable records. Its key column is record_id.");
        foreach (StageTiming timing in result.Timings)
        {
            seconds[timing.Stage] = timing.Seconds;
        }

        seconds["write"] = await TimeAsync(() => ClusterFile.WriteAsync(context, arguments.Out, cancellationToken));
        seconds["total"] = Stopwatch.GetElapsedTime(started).TotalSeconds;
        return new MatchRun(context.Records.Count, result, context.Clusters!, seconds);
    }

    private static MatchDesign Design(RecordSchema schema, BlockingRules rules) => rules switch
    {
        BlockingRules.Auto => PeopleDesign.For(schema) with { CandidateRules = [] },
        BlockingRules.Known => PeopleDesign.For(schema) with { BlockingParts = [] },
        _ => PeopleDesign.For(schema),
    };

    private static async Task<double> TimeAsync(Func<ValueTask> step)
    {
        long started = Stopwatch.GetTimestamp();
        await step();
        return Stopwatch.GetElapsedTime(started).TotalSeconds;
    }
}
