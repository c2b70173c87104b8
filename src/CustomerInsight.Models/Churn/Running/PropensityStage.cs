namespace CustomerInsight.Models;

/// <summary>The step of a run that says of which customers which events are to be expected: a purchase, an upgrade, an answer. Leaves a <see cref="PropensityResult"/>.</summary>
/// <remarks>Each event is learned as <see cref="ChurnStage"/> learns churn.</remarks>
/// <threadsafety>Safe from many threads.</threadsafety>
public sealed class PropensityStage : IInsightStage
{
    private readonly PropensityOptions _options;

    /// <summary>Makes a stage.</summary>
    /// <param name="options">Which events. Read once, here.</param>
    /// <exception cref="ArgumentException">An option is not usable.</exception>
    public PropensityStage(PropensityOptions options)
    {
        OptionsCheck.ThrowIfInvalid(options, nameof(options), new PropensityOptionsRules());
        _options = options.Copy();
    }

    /// <inheritdoc/>
    public string Name => "propensity";

    /// <inheritdoc/>
    public InsightPhase Phase => InsightPhase.Model;

    /// <inheritdoc/>
    public ValueTask RunAsync(InsightContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        var results = new List<ChurnResult>();
        foreach (ChurnOptions target in _options.Targets.Values)
        {
            ChurnResult result = RunChurn.Predict(context, Name, target, null, cancellationToken);
            results.Add(result);
            if (result.Fit is { } fit)
            {
                context.ReportFit(Name, fit, result.Model is not null);
            }
        }

        context.Set(new PropensityResult(ValueList.From(results)));
        context.Progress(Name, results.Count, results.Count);
        return ValueTask.CompletedTask;
    }
}
