using CustomerInsight.Matching;
using CustomerInsight.Sources;

namespace CustomerInsight.Benchmarks;

/// <summary>Measures matching on one data set: how good, how fast, how large.</summary>
internal static class MatchCommand
{
    public const string Name = "match";

    /// <summary>Runs the command.</summary>
    /// <returns>The exit code: 0 done, 1 a file cannot be used, 2 the options cannot be understood.</returns>
    public static async Task<int> RunAsync(string[] args, TextWriter screen, TextWriter error, CancellationToken cancellationToken)
    {
        if (!MatchArguments.TryParse(args, out MatchArguments arguments, out string? problem))
        {
            error.WriteLine(problem);
            error.WriteLine(MatchArguments.Usage);
            return 2;
        }

        try
        {
            await RunAsync(arguments, screen, error, cancellationToken);
            return 0;
        }
        catch (Exception unusable) when (unusable is IOException or UnauthorizedAccessException or SourceFormatException or MatchModelFileException or ArgumentException)
        {
            error.WriteLine(unusable.Message);
            return 1;
        }
    }

    private static async Task RunAsync(MatchArguments arguments, TextWriter screen, TextWriter error, CancellationToken cancellationToken)
    {
        var run = await MatchRun.OfAsync(arguments, error, cancellationToken);

        // Time and memory end here: what follows needs the truth.
        double peak = ProcessMemory.PeakMegabytes();
        MatchEvaluation? evaluation = arguments.Truth is { } file ? MatchEvaluation.Of(run.Result, run.Clusters, await MatchInput.TruthAsync(file, cancellationToken)) : null;
        var measures = new MatchMeasures(
            run.Records,
            run.Result.PairsCompared,
            evaluation?.TruePairs,
            evaluation?.BlockingRecall,
            evaluation?.Edges.Best.Quality.F1,
            evaluation?.Clusters.F1,
            evaluation?.BCubed.F1,
            evaluation?.Clusters.Precision,
            evaluation?.Clusters.Recall,
            run.Clusters.Max(static cluster => cluster.Records.Count),
            run.Result.LinkProbability,
            run.Seconds,
            peak);
        measures.Print(screen);
        if (arguments.Json is { } json)
        {
            await File.WriteAllTextAsync(json, measures.ToJson(), cancellationToken);
        }
    }
}
