namespace CustomerInsight.Models;

/// <summary>The step of a run that counts who came back, by cohorts. Leaves a <see cref="RetentionTable"/>.</summary>
/// <threadsafety>Safe from many threads.</threadsafety>
public sealed class RetentionStage : IInsightStage
{
    private readonly RetentionOptions _options;

    /// <summary>Makes the stage.</summary>
    /// <param name="options">How to count; null for the defaults. Read once, here. What they leave open follows the purchases of the run.</param>
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
        RetentionOptions options = RetentionCounting.Checked(_options);
        RunPurchases.Complete(options, context);
        RetentionTable table = context.AsOf is DateTimeOffset asOf
            ? RetentionTable.Of(context.Customers, asOf, options, cancellationToken)
            : RetentionCounting.Nothing(options);
        context.Set(table);
        foreach (ReportLine line in Lines(table, options.NetRefunds).Where(static line => line.Count > 0))
        {
            context.Report(line);
        }

        context.Progress(Name, context.Customers.Count, context.Customers.Count);
        return ValueTask.CompletedTask;
    }

    private IEnumerable<ReportLine> Lines(RetentionTable table, bool netRefunds)
    {
        RetentionReport report = table.Report;
        long open = table.Cohorts.Sum(static cohort => cohort.Cells.LongCount(static cell => cell.IsCensored));
        yield return new ReportLine(Name, "customers-without-start", report.CustomersWithoutStart, "customers in no cohort, for they did nothing that starts one");
        yield return new ReportLine(Name, "before-start", report.BeforeStart, "activities before their customer's start, counted nowhere");
        yield return netRefunds
            ? new ReportLine(Name, "refunds-netted", report.Refunds, "refunds, taken off the revenue of their period unless they are before their customer's start")
            : new ReportLine(Name, "refunds-left-out", report.Refunds, "refunds left out: they start no cohort, are no coming back, and are not taken off the revenue");
        yield return new ReportLine(Name, "zero-amounts-left-out", report.ZeroAmounts, "purchases of amount zero left out");
        yield return new ReportLine(Name, "no-amount-in-revenue", report.WithoutAmount, "purchases without an amount, which count as purchases but not in the revenue");
        yield return new ReportLine(Name, "implausible-amounts-left-out", report.ImplausibleAmounts, "purchases of an implausibly large amount, which count as purchases but not in the revenue");
        foreach (CurrencyCount other in report.OtherCurrencies)
        {
            yield return new ReportLine(
                Name,
                "other-currency-left-out",
                other.Activities,
                FormattableString.Invariant($"purchases and refunds of {other.Customers:#,0} customers in {other.Currency} are not in the revenue, which is in {table.Currency}; the purchases count as purchases"));
        }

        foreach (CurrencyCount other in report.Converted)
        {
            yield return new ReportLine(
                Name, "currency-converted", other.Activities, FormattableString.Invariant($"purchases and refunds of {other.Customers:#,0} customers in {other.Currency} converted into {table.Currency}"));
        }

        yield return new ReportLine(Name, "open-cells", open, "cells of cohorts whose period is not over for every customer, so that they have no number yet");
    }
}
