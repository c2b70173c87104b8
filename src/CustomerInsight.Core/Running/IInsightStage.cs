namespace CustomerInsight;

/// <summary>One step of a run. Packages contribute theirs, and a host may add its own.</summary>
/// <remarks>A stage holds settings, never state of a run, so one stage object may serve runs at the same time.</remarks>
public interface IInsightStage
{
    /// <summary>Gets the stage's name, for progress and the report.</summary>
    string Name { get; }

    /// <summary>Gets when the stage takes its turn.</summary>
    InsightPhase Phase { get; }

    /// <summary>Does the step: reads what earlier stages left in the context, and leaves its own result there.</summary>
    /// <param name="context">The run so far.</param>
    /// <param name="cancellationToken">Stops the run.</param>
    /// <returns>When the step is done.</returns>
    ValueTask RunAsync(InsightContext context, CancellationToken cancellationToken);
}
