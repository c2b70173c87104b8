namespace CustomerInsight.Matching;

/// <summary>Finds the results of matching in a run.</summary>
public static class MatchRunExtensions
{
    /// <summary>Gets what matching found.</summary>
    /// <param name="run">The run.</param>
    /// <returns>The result, or null where the engine does not match or there were no records.</returns>
    public static MatchResult? Matches(this InsightRun run)
    {
        ArgumentNullException.ThrowIfNull(run);
        return run.Find<MatchResult>();
    }
}
