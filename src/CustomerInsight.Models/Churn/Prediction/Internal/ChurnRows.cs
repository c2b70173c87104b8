namespace CustomerInsight.Models;

/// <summary>The rows that a churn model is learned from: those of a panel, with what a purchase model says of them.</summary>
internal sealed class ChurnRows
{
    private ChurnRows(CustomerPanel panel, Duration horizon, AliveChurnModel? alive, FitReport? purchases)
    {
        Panel = panel;
        Horizon = horizon;
        Alive = alive;
        Purchases = purchases;
        Labels = panel.Labels.ToArray();
        Customers = [.. panel.Groups];
        Positives = Labels.Count(static label => label);
    }

    public CustomerPanel Panel { get; }

    /// <summary>Within which time after the cut-off the event came.</summary>
    public Duration Horizon { get; }

    /// <summary>The purchase model whose answers are among the traits; null for none.</summary>
    public AliveChurnModel? Alive { get; }

    /// <summary>How its fit went; null where none was tried.</summary>
    public FitReport? Purchases { get; }

    public bool[] Labels { get; }

    /// <summary>The customer of each row.</summary>
    public string[] Customers { get; }

    public int Count => Labels.Length;

    public int Positives { get; }

    public static ChurnRows Of(CustomerPanel panel, ChurnOptions options, CancellationToken cancellationToken)
    {
        TimeSpan[] horizons = [.. panel.Snapshots.Select(static snapshot => snapshot.Labels.WindowEnd - snapshot.Labels.CutOff).Distinct()];
        if (horizons.Length > 1)
        {
            throw new ArgumentException("Windows of labels end after different times from their cut-offs, so that chances would mean different things. Make all labels by the same options.", nameof(panel));
        }

        Duration horizon = Duration.Days(horizons.FirstOrDefault(TimeSpan.FromDays(options.Labels.GapDays + options.Labels.HorizonDays)).TotalDays);
        (AliveChurnModel? alive, FitReport? report) = FitAlive(panel, horizon, options, cancellationToken);
        return new ChurnRows(alive is null ? panel : With(panel, alive, cancellationToken), horizon, alive, report);
    }

    /// <summary>The values of a number among the traits; null where it is none in all snapshots.</summary>
    public double[]? NumbersOf(string trait) => Panel.Snapshots.All(snapshot => snapshot.Snapshot.Features[trait] is NumberColumn)
        ? [.. Panel.Snapshots.SelectMany(snapshot => ((NumberColumn)snapshot.Snapshot.Features[trait]!).Values.ToArray())]
        : null;

    private static CustomerPanel With(CustomerPanel panel, AliveChurnModel alive, CancellationToken cancellationToken) => new(ValueList.From(panel.Snapshots
        .Select(snapshot => snapshot with { Snapshot = snapshot.Snapshot with { Features = AliveFeatures.Join(snapshot.Snapshot, alive, cancellationToken) } })));

    private static (AliveChurnModel? Model, FitReport? Report) FitAlive(CustomerPanel panel, Duration horizon, ChurnOptions options, CancellationToken cancellationToken)
    {
        if (options.PurchaseModel is not { } kind || panel.Rows == 0 || panel.Snapshots.Any(static snapshot => snapshot.Snapshot.Purchases is null))
        {
            return (null, null);
        }

        // The earliest snapshot knows nothing of any window of labels.
        FitResult<IPurchaseModel> fit = new PurchaseModelEstimator(kind, new PurchaseModelOptions { MaxDegreeOfParallelism = options.MaxDegreeOfParallelism })
            .Fit(panel.Snapshots[0].Snapshot.Purchases!.ToPatterns(), cancellationToken);
        return fit is { Model: { } model, Report.Converged: true } ? (new AliveChurnModel(model, horizon), fit.Report) : (null, fit.Report);
    }
}
