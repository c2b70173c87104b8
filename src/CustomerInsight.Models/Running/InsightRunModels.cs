namespace CustomerInsight.Models;

/// <summary>The models' results of a run, by name.</summary>
public static class InsightRunModels
{
    /// <summary>Gets what customers bought, as <see cref="PurchaseStage"/> summed it up.</summary>
    /// <param name="run">The run.</param>
    /// <returns>The table.</returns>
    /// <exception cref="InvalidOperationException">The engine has no such stage.</exception>
    public static PurchaseTable Purchases(this InsightRun run)
    {
        ArgumentNullException.ThrowIfNull(run);
        return run.Get<PurchaseTable>();
    }

    /// <summary>Gets the scores and segments that <see cref="RfmStage"/> gave.</summary>
    /// <param name="run">The run.</param>
    /// <returns>The result.</returns>
    /// <exception cref="InvalidOperationException">The engine has no such stage.</exception>
    public static RfmResult Rfm(this InsightRun run)
    {
        ArgumentNullException.ThrowIfNull(run);
        return run.Get<RfmResult>();
    }

    /// <summary>Gets the groups that <see cref="GroupingStage"/> found.</summary>
    /// <param name="run">The run.</param>
    /// <returns>The result.</returns>
    /// <exception cref="InvalidOperationException">The engine has no such stage.</exception>
    public static GroupingResult Groups(this InsightRun run)
    {
        ArgumentNullException.ThrowIfNull(run);
        return run.Get<GroupingResult>();
    }

    /// <summary>Gets the values that <see cref="LifetimeValueStage"/> gave.</summary>
    /// <param name="run">The run.</param>
    /// <returns>The result.</returns>
    /// <exception cref="InvalidOperationException">The engine has no such stage.</exception>
    public static LifetimeValueResult LifetimeValue(this InsightRun run)
    {
        ArgumentNullException.ThrowIfNull(run);
        return run.Get<LifetimeValueResult>();
    }

    /// <summary>Gets the chances of leaving that <see cref="ChurnStage"/> gave.</summary>
    /// <param name="run">The run.</param>
    /// <returns>The result.</returns>
    /// <exception cref="InvalidOperationException">The engine has no such stage.</exception>
    public static ChurnResult Churn(this InsightRun run)
    {
        ArgumentNullException.ThrowIfNull(run);
        return run.Get<ChurnResult>();
    }

    /// <summary>Gets the chances of other events that <see cref="PropensityStage"/> gave.</summary>
    /// <param name="run">The run.</param>
    /// <returns>The result.</returns>
    /// <exception cref="InvalidOperationException">The engine has no such stage.</exception>
    public static PropensityResult Propensities(this InsightRun run)
    {
        ArgumentNullException.ThrowIfNull(run);
        return run.Get<PropensityResult>();
    }

    /// <summary>Gets the members of the rule segments, as <see cref="SegmentStage"/> found them.</summary>
    /// <param name="run">The run.</param>
    /// <returns>The result.</returns>
    /// <exception cref="InvalidOperationException">The engine has no such stage.</exception>
    public static SegmentResult Segments(this InsightRun run)
    {
        ArgumentNullException.ThrowIfNull(run);
        return run.Get<SegmentResult>();
    }

    /// <summary>Gets the traits of the customers, as <see cref="SegmentStage"/> gathered them.</summary>
    /// <param name="run">The run.</param>
    /// <returns>The table.</returns>
    /// <exception cref="InvalidOperationException">The engine has no such stage.</exception>
    public static TraitTable Traits(this InsightRun run)
    {
        ArgumentNullException.ThrowIfNull(run);
        return run.Get<TraitTable>();
    }

    /// <summary>Gets the states of life that <see cref="LifecycleStage"/> found.</summary>
    /// <param name="run">The run.</param>
    /// <returns>The result.</returns>
    /// <exception cref="InvalidOperationException">The engine has no such stage.</exception>
    public static LifecycleResult Lifecycle(this InsightRun run)
    {
        ArgumentNullException.ThrowIfNull(run);
        return run.Get<LifecycleResult>();
    }

    /// <summary>Gets the cohorts that <see cref="RetentionStage"/> counted.</summary>
    /// <param name="run">The run.</param>
    /// <returns>The table.</returns>
    /// <exception cref="InvalidOperationException">The engine has no such stage.</exception>
    public static RetentionTable Retention(this InsightRun run)
    {
        ArgumentNullException.ThrowIfNull(run);
        return run.Get<RetentionTable>();
    }
}
