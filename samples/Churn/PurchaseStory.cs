using System.Globalization;
using System.Text;
using CustomerInsight.Models;
using LifetimeValueSample;

namespace ChurnSample;

/// <summary>Customers who buy when they like and leave without a word: no purchase within a horizon is leaving.</summary>
internal sealed class PurchaseStory(TextWriter screen, ResultFolder results, ChurnSampleArguments arguments)
{
    private const int Simulated = 3_000;
    private const int MostCustomers = 3;

    private readonly PurchaseOptions _purchases = new() { Habits = true, KeepZeroAmounts = arguments.KeepZeroAmounts };
    private readonly LabelOptions _labels = new() { HorizonDays = arguments.Horizon, KeepZeroAmounts = arguments.KeepZeroAmounts };

    public async Task TellAsync(CancellationToken cancellationToken)
    {
        Title("What was read");
        ActivityLog log = await ReadAsync(cancellationToken);
        if (log.LastAt is not { } end)
        {
            screen.WriteLine("No purchase counts, so there is nothing to show.");
            return;
        }

        Title("After how long a customer is late");
        var horizon = HorizonProposal.From(log, end, options: _labels, cancellationToken: cancellationToken);
        screen.Write(horizon.Describe());
        await results.WriteAsync("returns.vl.json", horizon.ToVegaLite(), cancellationToken);

        // A cut-off is a moment: what happened at it is known. The day of the cut is the first that is not.
        DateTimeOffset cut = arguments.Cut is { } day ? CutOffs.Before(day) : end.AddDays(-arguments.Horizon);
        Title($"Who bought nothing in the {arguments.Horizon} days after {cut:yyyy-MM-dd}");
        var builder = new ActivityFeatureBuilder(new ActivityFeatureOptions { Purchases = _purchases, HorizonDays = arguments.Horizon });
        var labels = CustomerLabels.From(log, cut, options: _labels, cancellationToken: cancellationToken);
        screen.Write(labels.Describe());
        screen.Write(LeakageGuard.Check(log, cut, seen => builder.Build(seen, cut, cancellationToken).Features, labels).Describe());
        var panel = CustomerPanel.From([labels], moment => builder.Build(log, moment, cancellationToken));
        if (panel.Snapshots.Count == 0)
        {
            screen.WriteLine("No customer has a label: choose an earlier --cut or a shorter --horizon.");
            return;
        }

        Title("Which model foretells best");
        FitResult<ChurnModel> fit = new ChurnEstimator(new ChurnOptions { Labels = _labels }).Fit(panel, out ChurnValidation? validation, cancellationToken);
        if (fit.Model is not { } model || validation is null)
        {
            screen.Write(fit.Report.Describe());
            return;
        }

        screen.Write(validation.Describe());
        await results.WriteAsync("reliability.vl.json", validation.Report.Reliability.ToVegaLite(), cancellationToken);
        await results.WriteAsync("gain.vl.json", validation.Report.Gain.ToVegaLite(), cancellationToken);
        CustomerSnapshot now = builder.Build(log, end, cancellationToken);
        TellSecondOpinion(fit, panel.Snapshots[0], now, cancellationToken);
        await TellCustomersAsync(model, now, cancellationToken);
        await TellWarningsAsync(log, end, cancellationToken);
    }

    private async Task<ActivityLog> ReadAsync(CancellationToken cancellationToken)
    {
        if (arguments.Purchases is { } file)
        {
            (ActivityLog log, int rejected) = await PurchaseFile.ReadAsync(file, arguments.Currency, cancellationToken);
            screen.WriteLine($"{log.Count:#,0} rows read, {rejected:#,0} rejected");
            return log;
        }

        // Customers who buy about every ten weeks, and of whom one in four stops after a purchase.
        SimulatedPurchases customers = new PurchaseSimulator(new BgNbdModel(0.8, 8, 0.8, 2.4, TimeUnit.Week)).Simulate(Simulated, Duration.Weeks(40), Duration.Weeks(104), cancellationToken);
        SimulatedSpend spend = new SpendSimulator(new GammaGammaModel(6.25, 3.74, 15.44)).Simulate(customers.Patterns, cancellationToken);
        screen.WriteLine($"{Simulated:#,0} customers simulated");
        return customers.ToActivityLog(new DateTimeOffset(2026, 6, 30, 0, 0, 0, TimeSpan.Zero), spend, arguments.Currency);
    }

    /// <summary>The same question asked of a model of purchases, which needs no labels.</summary>
    private void TellSecondOpinion(FitResult<ChurnModel> fit, LabelledSnapshot data, CustomerSnapshot now, CancellationToken cancellationToken)
    {
        Title("What has changed since, and what a model of purchases says");
        screen.Write(fit.Model!.Drift(now, cancellationToken: cancellationToken).Describe());
        if (fit.Model!.Alive is { } alive)
        {
            double[] chances = [.. alive.Predict(data.Snapshot, cancellationToken).Select(static prediction => prediction.Probability ?? 0.5)];
            screen.WriteLine($"{alive}: {RocArea.Of(chances, data.Labels.Labels.AsSpan())} area under the ROC curve without having seen a label");
        }
    }

    private async Task TellCustomersAsync(ChurnModel model, CustomerSnapshot now, CancellationToken cancellationToken)
    {
        Title("Good customers most at risk today, and why");
        IReadOnlyList<ChurnPrediction> predictions = model.Predict(now, cancellationToken);
        var writer = new ReasonWriter(typical: now.Features);
        HashSet<string> good = [.. now.Purchases!.Customers.Where(static customer => customer.Orders >= 4).Select(static customer => customer.Customer)];
        foreach (ChurnPrediction prediction in predictions.Where(prediction => good.Contains(prediction.Customer)).OrderByDescending(static prediction => prediction.Probability).Take(MostCustomers))
        {
            screen.WriteLine($"{prediction.Customer}: {prediction.Probability:0.0 %}");
            foreach (RiskReason reason in writer.Reasons(prediction, now.Features.Find(prediction.Customer)))
            {
                screen.WriteLine($"  {reason.Text}");
            }
        }

        if (good.Count > 0 && good.Count < predictions.Count)
        {
            screen.WriteLine();
            screen.WriteLine("Customers with four orders or more beside the others:");
            var drivers = ChurnDrivers.Of(predictions, good);
            screen.Write(drivers.Describe(5));
            await results.WriteAsync("drivers.vl.json", drivers.ToVegaLite(), cancellationToken);
        }

        var text = new StringBuilder("customer,probability\n");
        foreach (ChurnPrediction prediction in predictions)
        {
            text.Append(CultureInfo.InvariantCulture, $"{prediction.Customer},{prediction.Probability:0.0000}\n");
        }

        await results.WriteAsync("risks.csv", text.ToString(), cancellationToken);
    }

    private async Task TellWarningsAsync(ActivityLog log, DateTimeOffset end, CancellationToken cancellationToken)
    {
        Title("Early warnings");
        EarlyWarningResult warnings = new EarlyWarningMonitor().Watch(log, end, cancellationToken);
        screen.Write(warnings.Describe());
        await results.WriteAsync("warnings.vl.json", warnings.ToVegaLite(), cancellationToken);
    }

    private void Title(string title)
    {
        screen.WriteLine();
        screen.WriteLine($"== {title} ==");
    }
}
