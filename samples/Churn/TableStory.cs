using System.Globalization;
using System.Text;
using CustomerInsight;
using CustomerInsight.Models;
using LifetimeValueSample;

namespace ChurnSample;

/// <summary>A table of customers in which it stands who left.</summary>
internal sealed class TableStory(TextWriter screen, ResultFolder results, ChurnSampleArguments arguments)
{
    private const int MostCustomers = 3;

    // The table does not say when it was made; any moment does where there is only one.
    private static readonly DateTimeOffset Cut = DateTimeOffset.UnixEpoch;

    public async Task TellAsync(string path, CancellationToken cancellationToken)
    {
        (TraitTable traits, CustomerLabels labels) = await ReadAsync(path, cancellationToken);
        screen.Write(LeakageGuard.Check(traits, labels).Describe());
        var data = new LabelledSnapshot(new CustomerSnapshot(Cut, traits), labels);

        Title("Which model foretells best");
        FitResult<ChurnModel> fit = new ChurnEstimator(new ChurnOptions { Target = arguments.Target! }).Fit(new CustomerPanel([data]), out ChurnValidation? validation, cancellationToken);
        if (fit.Model is not { } model || validation is null)
        {
            screen.Write(fit.Report.Describe());
            return;
        }

        screen.Write(validation.Describe());
        await TellProfitAsync(validation, labels, cancellationToken);

        Title("The model card");
        screen.Write(model.Card.Describe());

        Title("What it goes by");
        ImportanceTable importance = model.Importance(data, null, cancellationToken);
        screen.Write(importance.Describe());

        IReadOnlyList<ChurnPrediction> predictions = model.Predict(data.Snapshot, cancellationToken);
        TellCustomers(predictions, data.Snapshot);
        await WriteAsync(model, validation, importance, predictions, cancellationToken);
    }

    private async Task<(TraitTable Traits, CustomerLabels Labels)> ReadAsync(string path, CancellationToken cancellationToken)
    {
        TableFile file = await TableFile.ReadAsync(path, arguments.Id, cancellationToken);
        string?[] target = file[arguments.Target!];
        int[] rows = [.. Enumerable.Range(0, target.Length).Where(row => target[row] is not null)];
        HashSet<string> unused = [arguments.Target!, .. arguments.Drop];
        string[] customers = [.. rows.Select(row => file.Customers[row])];
        var traits = TraitTable.Create(
            customers,
            null,
            ValueList.From(file.Columns.Select((name, column) => (Name: name, Values: file.Values[column]))
                .Where(column => !unused.Contains(column.Name))
                .Select(column => TraitColumn.FromTexts(column.Name, [.. rows.Select(row => column.Values[row])]))));
        var labels = CustomerLabels.Given(Cut, Cut.AddDays(arguments.Horizon), customers, [.. rows.Select(row => target[row] == arguments.Positive)]);
        Title("What was read");
        screen.WriteLine($"{rows.Length:#,0} customers, {file.Rejected + target.Length - rows.Length:#,0} rows left out, {labels.Positives:#,0} left ({labels.Rate:0.00 %})");
        return (traits, labels);
    }

    private async Task TellProfitAsync(ChurnValidation validation, CustomerLabels labels, CancellationToken cancellationToken)
    {
        Title("What a retention campaign would earn");
        var campaign = new RetentionCampaign();
        screen.WriteLine(string.Create(CultureInfo.InvariantCulture, $"One who stays is worth {campaign.LifetimeValue}, an offer costs {campaign.OfferCost}, asking costs {campaign.ContactCost}, and {campaign.MeanAcceptance:0 %} of those who would leave accept it"));
        screen.WriteLine($"Expected maximum profit: {ExpectedMaximumProfit.Of(validation.Probabilities.AsSpan(), labels.Labels.AsSpan(), campaign)}");
        var curve = ProfitCurve.Of(validation.Probabilities.AsSpan(), labels.Labels.AsSpan(), campaign.ToTargetingValue());
        screen.Write(curve.Describe());
        await results.WriteAsync("profit.vl.json", curve.ToVegaLite(), cancellationToken);
    }

    private void TellCustomers(IReadOnlyList<ChurnPrediction> predictions, CustomerSnapshot snapshot)
    {
        Title("Those most at risk, and why");
        var writer = new ReasonWriter(typical: snapshot.Features);
        foreach (ChurnPrediction prediction in predictions.OrderByDescending(static prediction => prediction.Probability).Take(MostCustomers))
        {
            screen.WriteLine($"{prediction.Customer}: {prediction.Probability:0.0 %}");
            foreach (RiskReason reason in writer.Reasons(prediction, snapshot.Features.Find(prediction.Customer)))
            {
                screen.WriteLine($"  {reason.Text}");
            }
        }
    }

    private async Task WriteAsync(
        ChurnModel model, ChurnValidation validation, ImportanceTable importance, IReadOnlyList<ChurnPrediction> predictions, CancellationToken cancellationToken)
    {
        var text = new StringBuilder("customer,probability\n");
        foreach (ChurnPrediction prediction in predictions)
        {
            text.Append(CultureInfo.InvariantCulture, $"{prediction.Customer},{prediction.Probability:0.0000}\n");
        }

        using var file = new MemoryStream();
        model.Save(file);
        await results.WriteAsync("risks.csv", text.ToString(), cancellationToken);
        await results.WriteAsync("model.json", Encoding.UTF8.GetString(file.ToArray()), cancellationToken);
        await results.WriteAsync("importance.vl.json", importance.ToVegaLite(), cancellationToken);
        await results.WriteAsync("roc.vl.json", validation.Report.Curve.ToRocVegaLite(), cancellationToken);
        await results.WriteAsync("gain.vl.json", validation.Report.Gain.ToVegaLite(), cancellationToken);
        await results.WriteAsync("reliability.vl.json", validation.Report.Reliability.ToVegaLite(), cancellationToken);
    }

    private void Title(string title)
    {
        screen.WriteLine();
        screen.WriteLine($"== {title} ==");
    }
}
