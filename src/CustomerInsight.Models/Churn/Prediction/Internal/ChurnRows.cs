namespace CustomerInsight.Models;

/// <summary>The rows that a churn model is learned from: those of a panel, with what a purchase model says of them.</summary>
internal sealed class ChurnRows
{
    private ChurnRows(CustomerPanel panel, Duration gap, Duration horizon, AliveChurnModel? alive, FitReport? purchases)
    {
        Panel = panel;
        Gap = gap;
        Horizon = horizon;
        Alive = alive;
        Purchases = purchases;
        Labels = panel.Labels.ToArray();
        Customers = [.. panel.Groups];
        Positives = Labels.Count(static label => label);
    }

    public CustomerPanel Panel { get; }

    /// <summary>How long after the cut-off the window begins.</summary>
    public Duration Gap { get; }

    /// <summary>How long after the cut-off the window ends.</summary>
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

    /// <summary>What a label says; null where that is not known.</summary>
    public LabelTarget? Target => Panel.Snapshots.Count == 0 ? null : Panel.Snapshots[0].Labels.Target;

    /// <summary>The types of activity that are the event; none where that is not known.</summary>
    public ValueList<string> EventTypes => Panel.Snapshots.Count == 0 ? [] : Panel.Snapshots[0].Labels.EventTypes;

    public static ChurnRows Of(CustomerPanel panel, ChurnOptions options, CancellationToken cancellationToken)
    {
        (TimeSpan Start, TimeSpan End)[] windows = [.. panel.Snapshots.Select(static snapshot => (snapshot.Labels.WindowStart - snapshot.Labels.CutOff, snapshot.Labels.WindowEnd - snapshot.Labels.CutOff)).Distinct()];
        if (windows.Length > 1)
        {
            throw new ArgumentException("Windows of labels begin or end after different times from their cut-offs, so that chances would mean different things. Make all labels by the same options.", nameof(panel));
        }

        if (panel.Snapshots.Select(static snapshot => (snapshot.Labels.Target, snapshot.Labels.EventTypes)).Distinct().Count() > 1)
        {
            throw new ArgumentException("Labels of one cut-off are about another event than those of another. Make all labels by the same options.", nameof(panel));
        }

        (TimeSpan start, TimeSpan end) = windows.FirstOrDefault((TimeSpan.FromDays(options.Labels.GapDays), TimeSpan.FromDays(options.Labels.GapDays + options.Labels.HorizonDays)));
        Duration horizon = Duration.Days(end.TotalDays);
        (AliveChurnModel? alive, FitReport? report) = FitAlive(panel, horizon, options, cancellationToken);
        return new ChurnRows(alive is null ? panel : With(panel, alive, cancellationToken), Duration.Days(start.TotalDays), horizon, alive, report);
    }

    /// <summary>To how many customers the event came in some of the rows, and to how many not.</summary>
    public (int With, int Without) CustomersOfEachKind(IReadOnlyList<int> rows)
    {
        var with = new HashSet<string>(StringComparer.Ordinal);
        var without = new HashSet<string>(StringComparer.Ordinal);
        foreach (int row in rows)
        {
            (Labels[row] ? with : without).Add(Customers[row]);
        }

        return (with.Count, without.Count);
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
