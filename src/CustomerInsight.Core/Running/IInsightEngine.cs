namespace CustomerInsight;

/// <summary>Runs the whole job: sources in, unified customers and what is known about them out.</summary>
public interface IInsightEngine
{
    /// <summary>Reads all sources from the start and computes everything.</summary>
    /// <param name="progress">Whom to tell how far the run is, or null.</param>
    /// <param name="cancellationToken">Stops the run; a stopped run has stored nothing.</param>
    /// <returns>The result, with a report of what was left out and why. Rows that cannot be read do not end the run.</returns>
    /// <exception cref="OperationCanceledException">The run was stopped.</exception>
    Task<InsightRun> RunAsync(IProgress<InsightProgress>? progress = null, CancellationToken cancellationToken = default);
}
