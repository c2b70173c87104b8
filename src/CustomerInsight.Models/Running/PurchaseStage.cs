namespace CustomerInsight.Models;

/// <summary>The step of a run that sums up purchases for the models. Leaves a <see cref="PurchaseTable"/>.</summary>
/// <threadsafety>Safe from many threads.</threadsafety>
public sealed class PurchaseStage : IInsightStage
{
    private readonly PurchaseOptions _options;

    /// <summary>Makes the stage.</summary>
    /// <param name="options">How activities become purchases; null for the defaults. Read once, here.</param>
    /// <exception cref="ArgumentException">An option is not usable.</exception>
    public PurchaseStage(PurchaseOptions? options = null)
    {
        options ??= new PurchaseOptions();
        OptionsCheck.ThrowIfInvalid(options, nameof(options), new PurchaseOptionsValidator(), new PurchaseOptionsRules());
        _options = options.Copy();
    }

    /// <inheritdoc/>
    public string Name => "purchases";

    /// <inheritdoc/>
    public InsightPhase Phase => InsightPhase.Model;

    /// <inheritdoc/>
    public ValueTask RunAsync(InsightContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        PurchaseTable table = context.AsOf is DateTimeOffset asOf
            ? PurchaseTable.From(context.Customers, asOf, OptionsOf(context), cancellationToken)
            : PurchaseTable.Empty;
        context.Set(table);
        context.Set(new RunPurchases(_options));
        foreach (ReportLine line in PurchaseLines.Of(table, Name))
        {
            context.Report(line);
        }

        context.Progress(Name, context.Customers.Count, context.Customers.Count);
        return ValueTask.CompletedTask;
    }

    /// <summary>The options, with the run's limit of threads where they have none of their own.</summary>
    private PurchaseOptions OptionsOf(InsightContext context)
    {
        PurchaseOptions options = _options.Copy();
        options.MaxDegreeOfParallelism = RunPurchases.ThreadsOf(options.MaxDegreeOfParallelism, context);
        return options;
    }

    internal static PurchaseTable TableOf(InsightContext context) => context.Find<PurchaseTable>()
        ?? throw new InvalidOperationException($"The run has no {nameof(PurchaseTable)}. Add a {nameof(PurchaseStage)} before the stages of models.");
}
