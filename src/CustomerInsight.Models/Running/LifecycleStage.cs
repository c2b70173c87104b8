namespace CustomerInsight.Models;

/// <summary>The step of a run that tells in which state of their life customers are. Leaves a <see cref="LifecycleResult"/>.</summary>
/// <threadsafety>Safe from many threads.</threadsafety>
public sealed class LifecycleStage : IInsightStage
{
    private readonly LifecycleOptions _options;

    /// <summary>Makes the stage.</summary>
    /// <param name="options">The state machine and what counts; null for the defaults. Read once, here. What they leave open follows the purchases of the run.</param>
    /// <exception cref="ArgumentException">An option is not usable.</exception>
    public LifecycleStage(LifecycleOptions? options = null) => _options = LifecycleWork.Checked(options);

    /// <inheritdoc/>
    public string Name => "lifecycle";

    /// <inheritdoc/>
    public InsightPhase Phase => InsightPhase.Model;

    /// <inheritdoc/>
    public ValueTask RunAsync(InsightContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        LifecycleOptions options = LifecycleWork.Checked(_options);
        RunPurchases.Complete(options, context);
        var result = LifecycleResult.From(context.Customers, context.AsOf, options, cancellationToken);
        context.Set(result);
        foreach (ReportLine line in Lines(result.Report).Where(static line => line.Count > 0))
        {
            context.Report(line);
        }

        context.Progress(Name, context.Customers.Count, context.Customers.Count);
        return ValueTask.CompletedTask;
    }

    private IEnumerable<ReportLine> Lines(LifecycleReport report)
    {
        yield return new ReportLine(Name, "customers-without-activity", report.WithoutActivity, "customers without any activity, in the start of the lifecycle since nobody knows when");
        yield return new ReportLine(Name, "refunds-left-out", report.Refunds, "refunds left out, for money going back makes no customer go anywhere");
        yield return new ReportLine(Name, "zero-amounts-left-out", report.ZeroAmounts, "purchases of amount zero left out");
        yield return new ReportLine(Name, "same-day-left-out", report.SameDay, "activities left out, for one of their type counts a day");
    }
}
