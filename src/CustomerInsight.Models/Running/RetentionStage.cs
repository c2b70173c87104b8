namespace CustomerInsight.Models;

/// <summary>The step of a run that counts who came back, by cohorts. Leaves a <see cref="RetentionTable"/>.</summary>
/// <threadsafety>Safe from many threads.</threadsafety>
public sealed class RetentionStage : IInsightStage
{
    private readonly RetentionOptions _options;

    /// <summary>Makes the stage.</summary>
    /// <param name="options">How to count; null for the defaults. Read once, here.</param>
    /// <exception cref="ArgumentException">An option is not usable.</exception>
    public RetentionStage(RetentionOptions? options = null) => _options = RetentionCounting.Checked(options);

    /// <inheritdoc/>
    public string Name => "retention";

    /// <inheritdoc/>
    public InsightPhase Phase => InsightPhase.Model;

    /// <inheritdoc/>
    public ValueTask RunAsync(InsightContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        RetentionTable table = RetentionCounting.Nothing(_options);
        if (context.AsOf is DateTimeOffset asOf)
        {
            RetentionOptions options = RetentionCounting.Checked(_options);
            options.MaxDegreeOfParallelism = options.MaxDegreeOfParallelism == 0 ? context.Options.MaxDegreeOfParallelism : options.MaxDegreeOfParallelism;
            table = RetentionTable.From(context.Customers, asOf, options, cancellationToken);
        }

        context.Set(table);
        foreach (ReportLine line in Lines(table).Where(static line => line.Count > 0))
        {
            context.Report(line);
        }

        context.Progress(Name, context.Customers.Count, context.Customers.Count);
        return ValueTask.CompletedTask;
    }

    private IEnumerable<ReportLine> Lines(RetentionTable table)
    {
        long open = table.Cohorts.Sum(static cohort => cohort.Cells.LongCount(static cell => cell.IsCensored));
        yield return new ReportLine(Name, "customers-without-start", table.Report.CustomersWithoutStart, "customers in no cohort, for they did nothing that starts one");
        yield return new ReportLine(Name, "before-start", table.Report.BeforeStart, "activities before their customer's start, counted nowhere");
        yield return new ReportLine(Name, "open-cells", open, "cells of cohorts whose period is not over for every customer, so that they have no number yet");
    }
}
