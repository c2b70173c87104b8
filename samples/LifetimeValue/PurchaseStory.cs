using System.Globalization;
using System.Text;
using CustomerInsight;
using CustomerInsight.Models;

namespace LifetimeValueSample;

/// <summary>Customers who buy when they like and leave without a word.</summary>
internal sealed class PurchaseStory(TextWriter screen, ResultFolder results, LifetimeValueArguments arguments)
{
    private const int Simulated = 5_000;
    private const int MostCustomers = 10;
    private const int Draws = 100;

    private static readonly Duration Ahead = Duration.Weeks(39);

    private readonly PurchaseOptions _purchases = new() { KeepZeroAmounts = arguments.KeepZeroAmounts };

    public async Task TellAsync(CancellationToken cancellationToken)
    {
        Title("What was read");
        ActivityLog log = await ReadAsync(cancellationToken);
        DateTimeOffset end = arguments.Until is { } until ? EndOf(until) : log.LastAt ?? default;
        var table = PurchaseTable.From(log, end, _purchases, cancellationToken);
        if (table.Customers.Count == 0)
        {
            screen.WriteLine("No purchase counts, so there is nothing to show.");
            return;
        }

        PurchaseReport report = table.Report;
        screen.WriteLine($"{table.Customers.Count:#,0} customers with purchases, {report.Orders:#,0} orders, {new Money(table.Customers.Sum(static customer => customer.Revenue), table.Currency)} up to {table.AsOfDay:yyyy-MM-dd}; left out: {report.Refunds:#,0} refunds, {report.ZeroAmounts:#,0} amounts of zero");

        Title("The models");
        foreach (PurchaseModelKind kind in Enum.GetValues<PurchaseModelKind>())
        {
            screen.Write(new PurchaseModelEstimator(kind, Options()).Fit(Patterns(table), cancellationToken).Report.Describe());
        }

        screen.Write(new GammaGammaEstimator().Fit(table.ToSpend(), cancellationToken).Report.Describe());
        if (new RegularityEstimator().Fit(GapPattern.From(log, end, _purchases, cancellationToken), cancellationToken).Model is { } regularity)
        {
            screen.WriteLine($"How regularly customers buy (1: at random times): {regularity}");
        }

        ModelChoice choice = await ChooseAsync(log, table, end, cancellationToken);
        LifetimeValueResult values = Value(table, choice, cancellationToken);
        if (values.Model is LifetimeValueModel model)
        {
            TellErrors(model, values.Fit!, table, cancellationToken);
            TellCustomers(model, values);
            await WriteAsync(values, cancellationToken);
        }
    }

    private async Task<ActivityLog> ReadAsync(CancellationToken cancellationToken)
    {
        if (arguments.Purchases is { } file)
        {
            (ActivityLog log, int rejected) = await PurchaseFile.ReadAsync(file, arguments.Currency, cancellationToken);
            screen.WriteLine($"{log.Count:#,0} rows read, {rejected:#,0} rejected");
            return log;
        }

        // The parameters that were published for CDNOW, with a holdout as long as there.
        SimulatedPurchases customers = new PurchaseSimulator(new BgNbdModel(0.243, 4.414, 0.793, 2.426, TimeUnit.Week)).Simulate(Simulated, Duration.Weeks(66), Duration.Weeks(78), cancellationToken);
        SimulatedSpend spend = new SpendSimulator(new GammaGammaModel(6.25, 3.74, 15.44)).Simulate(customers.Patterns, cancellationToken);
        screen.WriteLine($"{Simulated:#,0} customers simulated: BG/NBD with r 0.243, alpha 4.414 weeks, a 0.793, b 2.426; Gamma-Gamma with p 6.25, q 3.74, gamma 15.44");
        return customers.ToActivityLog(new DateTimeOffset(2026, 6, 30, 0, 0, 0, TimeSpan.Zero), spend, arguments.Currency);
    }

    private async Task<ModelChoice> ChooseAsync(ActivityLog log, PurchaseTable table, DateTimeOffset end, CancellationToken cancellationToken)
    {
        DateOnly first = table.Customers.Min(static customer => customer.FirstDay);
        DateTimeOffset cut = EndOf(arguments.CalibrateUntil ?? first.AddDays((table.AsOfDay!.Value.DayNumber - first.DayNumber) / 2));
        var holdout = PurchaseHoldout.From(log, cut, end, _purchases, cancellationToken);
        ModelChoice choice = new PurchaseModelSelector(Options()).Choose(holdout, cancellationToken);
        Title($"How well they foretell what came after {cut:yyyy-MM-dd}");
        screen.Write(choice.Describe());
        if (choice.Validation is { } validation)
        {
            TellSpend(holdout, choice, cancellationToken);
            await results.WriteAsync("tracking.vl.json", validation.ToTrackingVegaLite(cumulative: false), cancellationToken);
            await results.WriteAsync("tracking-cumulative.vl.json", validation.ToTrackingVegaLite(cumulative: true), cancellationToken);
            await results.WriteAsync("by-frequency.vl.json", validation.ToFrequencyVegaLite(), cancellationToken);
            await results.WriteAsync("counts.vl.json", validation.ToCountFitVegaLite(), cancellationToken);
        }

        return choice;
    }

    /// <summary>The chosen model together with a model of spend, both learned from the calibration alone.</summary>
    private void TellSpend(PurchaseHoldout holdout, ModelChoice choice, CancellationToken cancellationToken)
    {
        FitResult<GammaGammaModel> spend = new GammaGammaEstimator().Fit(holdout.Calibration!.ToSpend(), cancellationToken);
        if (spend.Report.Converged && spend.Model is { Q: > 1 } spending)
        {
            var validation = ModelValidation.Of(holdout, [choice.Chosen!.Model!], spending, null, cancellationToken);
            screen.WriteLine();
            screen.WriteLine($"What each spent after {holdout.Calibration.AsOfDay:yyyy-MM-dd}, {validation.Values[0].Actual:#,0.00} in all:");
            foreach (ForecastScore score in validation.Values)
            {
                screen.WriteLine($"  {score.Forecast,-12} {score.Expected,16:#,0.00} expected ({score.TotalError:+0.0 %;-0.0 %}), mean absolute error {score.MeanAbsoluteError:#,0.00}");
            }
        }
    }

    private LifetimeValueResult Value(PurchaseTable table, ModelChoice choice, CancellationToken cancellationToken)
    {
        Title("What customers are worth");
        LifetimeValueResult values = LifetimeValueResult.Of(table, new LifetimeValueEstimator(new LifetimeValueOptions { Purchases = Options() }), choice, cancellationToken);
        screen.Write(values.Describe());
        if (values.Model is not null)
        {
            var forEver = new LifetimeValueEstimator(new LifetimeValueOptions { Purchases = Options(), Horizon = Duration.Forever });
            screen.WriteLine($"For ever, at {DiscountRate.Annual(0.10)}: {LifetimeValueResult.Of(table, forEver, choice, cancellationToken).Total:#,0.00}");
        }

        return values;
    }

    private void TellErrors(LifetimeValueModel model, FitReport fit, PurchaseTable table, CancellationToken cancellationToken)
    {
        Title("How sure that is");
        RepeatPattern[] patterns = Patterns(table);
        if (fit.Parts[0].Covariance is { } covariance)
        {
            UncertainValue all = DeltaMethod.Of(model.Purchases, covariance, near => near.ExpectedPurchases(patterns, Ahead, cancellationToken).Sum());
            screen.WriteLine($"Purchase days to expect of all within {Ahead}, and their 95 % interval by the delta method: {all}");
        }

        if (Bootstrap.Fit(new BgNbdEstimator(new BgNbdOptions { Unit = arguments.Unit }), patterns, new BootstrapOptions { Draws = Draws }, null, cancellationToken).Model is { } sample)
        {
            screen.WriteLine($"The same by BG/NBD fitted to {Draws} bootstrap draws of the customers: {sample.Of(drawn => drawn.ExpectedPurchases(patterns, Ahead, cancellationToken).Sum())}");
        }
    }

    private void TellCustomers(LifetimeValueModel model, LifetimeValueResult values)
    {
        Title("Single customers");
        IReadOnlyList<CustomerLifetimeValue> top = values.Top(MostCustomers);
        screen.WriteLine(top[0].Explain());
        screen.WriteLine();
        screen.WriteLine($"Those worth most, and within which bounds {Ahead} will be with 90 %:");
        screen.WriteLine($"{"customer",-12}{"value",12}{"still buying",14}{"purchase days",16}{"spend",28}");
        var intervals = new PredictionIntervals(model.Purchases, model.Spend);
        foreach (CustomerLifetimeValue value in top)
        {
            PurchaseInterval purchases = intervals.Purchases(value.Purchases.Pattern, Ahead);
            SpendInterval spend = intervals.Spend(value.Purchases.Pattern, value.Purchases.Spend, Ahead);
            screen.WriteLine($"{value.Customer,-12}{value.Value,12:#,0.00}{value.ProbabilityAlive,14:0.0 %}{$"{purchases.Low} to {purchases.High}",16}{$"{spend.Low:#,0.00} to {spend.High:#,0.00}",28}");
        }
    }

    private async Task WriteAsync(LifetimeValueResult values, CancellationToken cancellationToken)
    {
        var text = new StringBuilder("customer,repeat_days,active_days,tenure_days,probability_alive,expected_purchases,expected_spend,value\n");
        foreach (CustomerLifetimeValue value in values.Customers)
        {
            RepeatPattern pattern = value.Purchases.Pattern;
            text.Append(CultureInfo.InvariantCulture, $"{value.Customer},{pattern.Repeats},{pattern.ActiveDays},{pattern.TenureDays},{value.ProbabilityAlive:0.0000},{value.ExpectedPurchases:0.0000},{value.ExpectedSpend:0.00},{value.Value:0.00}\n");
        }

        await results.WriteAsync("customers.csv", text.ToString(), cancellationToken);
        await results.WriteAsync("value.vl.json", values.ToVegaLite(), cancellationToken);
    }

    private PurchaseModelOptions Options() => new() { Kind = null, Candidates = ValueList.From(Enum.GetValues<PurchaseModelKind>()), Unit = arguments.Unit };

    private static RepeatPattern[] Patterns(PurchaseTable table) => [.. table.ToPatterns()];

    private static DateTimeOffset EndOf(DateOnly day) => new DateTimeOffset(day.AddDays(1).ToDateTime(TimeOnly.MinValue), TimeSpan.Zero).AddTicks(-1);

    private void Title(string title)
    {
        screen.WriteLine();
        screen.WriteLine($"== {title} ==");
    }
}
