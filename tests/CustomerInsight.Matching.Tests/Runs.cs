namespace CustomerInsight.Matching.Tests;

/// <summary>Runs of an engine that matches.</summary>
internal static class Runs
{
    public static InsightRun Of(IReadOnlyList<SourceRecord> records, MatchingOptions? options = null, MatchingStage? stage = null) =>
        new InsightEngine(new InsightSetup { RecordSources = ListSource.BySource(records), Stages = [stage ?? new MatchingStage(options: options)] }).RunAsync().GetAwaiter().GetResult();

    /// <summary>Random records and a truth of a few entities for most of them.</summary>
    public static (InsightRun Run, Func<RecordKey, string?> Truth) Judged(SourceRecord[] records, MatchingOptions? options = null)
    {
        // Few rows of tiny alphabets: about half have a copy or a near one.
        var truth = records.Select(static record => record.Key).Distinct().ToDictionary(static key => key, static key => StableHash.Of(key.ToString()) % 7 is > 0 and var entity ? $"e{entity}" : null);
        return (Of(records, options), key => truth[key]);
    }

    /// <summary>Every pair of positions, the lower first.</summary>
    public static IEnumerable<(int Left, int Right)> Pairs(int count) => from right in Enumerable.Range(0, count) from left in Enumerable.Range(0, right) select (left, right);
}
