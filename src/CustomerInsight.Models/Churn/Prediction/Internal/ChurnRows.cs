namespace CustomerInsight.Models;

/// <summary>The rows of all snapshots, the earliest first, each by customer.</summary>
internal sealed class ChurnRows
{
    private readonly TraitTable[] _tables;
    private readonly int[] _starts;

    private ChurnRows(TraitTable[] tables, DateTimeOffset[] cutOffs, bool[] labels, AliveChurnModel? alive, FitReport? purchases)
    {
        _tables = tables;
        _starts = new int[tables.Length + 1];
        for (int i = 0; i < tables.Length; i++)
        {
            _starts[i + 1] = _starts[i] + tables[i].Customers.Count;
        }

        CutOffs = cutOffs;
        Labels = labels;
        Customers = [.. tables.SelectMany(static table => table.Customers)];
        Alive = alive;
        Purchases = purchases;
        Positives = labels.Count(static label => label);
    }

    public DateTimeOffset[] CutOffs { get; }

    public bool[] Labels { get; }

    public string[] Customers { get; }

    public int Count => Labels.Length;

    public int Positives { get; }

    /// <summary>The purchase model whose answers are among the features; null for none.</summary>
    public AliveChurnModel? Alive { get; }

    /// <summary>How its fit went; null where none was tried.</summary>
    public FitReport? Purchases { get; }

    public static ChurnRows Of(IReadOnlyList<LabelledSnapshot> data, ChurnOptions options, CancellationToken cancellationToken)
    {
        LabelledSnapshot[] sorted = [.. data.OrderBy(static snapshot => (snapshot ?? throw new ArgumentException("A snapshot is null. Leave it out.", nameof(data))).Snapshot.AsOf)];
        (AliveChurnModel? alive, FitReport? report) = FitAlive(sorted, options, cancellationToken);
        return new ChurnRows(
            [.. sorted.Select(snapshot => alive is null ? snapshot.Snapshot.Features : AliveFeatures.Join(snapshot.Snapshot, alive, cancellationToken))],
            [.. sorted.Select(static snapshot => snapshot.Snapshot.AsOf)],
            [.. sorted.SelectMany(static snapshot => snapshot.Labels)],
            alive,
            report);
    }

    public FitResult<FeatureEncoding> FitEncoding(FeatureEncoder encoder, ReadOnlySpan<int> rows, CancellationToken cancellationToken)
    {
        if (_tables.Length == 1)
        {
            return encoder.Fit(_tables[0], rows, cancellationToken);
        }

        var parts = new List<TraitTable>();
        foreach ((int table, int[] own) in Parts(rows))
        {
            parts.Add(TraitRows.Taken(_tables[table], own));
        }

        return encoder.Fit(parts, cancellationToken);
    }

    /// <summary>The features and labels of rows that rise.</summary>
    public ClassificationData Encode(FeatureEncoding encoding, ReadOnlySpan<int> rows, CancellationToken cancellationToken)
    {
        double[] values = new double[rows.Length * encoding.Columns.Count];
        bool[] labels = new bool[rows.Length];
        int at = 0;
        foreach ((int table, int[] own) in Parts(rows))
        {
            encoding.Encode(_tables[table], own, cancellationToken).Values.CopyTo(values.AsSpan(at));
            at += own.Length * encoding.Columns.Count;
        }

        for (int i = 0; i < labels.Length; i++)
        {
            labels[i] = Labels[rows[i]];
        }

        return ClassificationData.Create(FeatureMatrix.Create(encoding.Columns, values), labels, categories: encoding.Categories);
    }

    /// <summary>The values of a number among the traits; null where it is none in all snapshots.</summary>
    public double[]? NumbersOf(string trait) => Array.TrueForAll(_tables, table => table[trait] is NumberColumn)
        ? [.. _tables.SelectMany(table => ((NumberColumn)table[trait]!).Values.ToArray())]
        : null;

    private static (AliveChurnModel? Model, FitReport? Report) FitAlive(LabelledSnapshot[] sorted, ChurnOptions options, CancellationToken cancellationToken)
    {
        if (options.PurchaseModel is not { } kind || sorted.Length == 0 || Array.Exists(sorted, static snapshot => snapshot.Snapshot.Purchases is null))
        {
            return (null, null);
        }

        // The latest snapshot has seen the most of what the others have.
        FitResult<IPurchaseModel> fit = new PurchaseModelEstimator(kind, new PurchaseModelOptions { MaxDegreeOfParallelism = options.MaxDegreeOfParallelism })
            .Fit(sorted[^1].Snapshot.Purchases!.ToPatterns(), cancellationToken);
        return fit is { Model: { } model, Report.Converged: true } ? (new AliveChurnModel(model, HorizonOf(options)), fit.Report) : (null, fit.Report);
    }

    public static Duration HorizonOf(ChurnOptions options) => Duration.Days(options.Labels.GapDays + options.Labels.HorizonDays);

    private List<(int Table, int[] Rows)> Parts(ReadOnlySpan<int> rows)
    {
        var parts = new List<(int Table, int[] Rows)>();
        int at = 0;
        for (int table = 0; table < _tables.Length; table++)
        {
            int from = at;
            while (at < rows.Length && rows[at] < _starts[table + 1])
            {
                at++;
            }

            int[] own = rows[from..at].ToArray();
            for (int i = 0; i < own.Length; i++)
            {
                own[i] -= _starts[table];
            }

            if (own.Length > 0)
            {
                parts.Add((table, own));
            }
        }

        return parts;
    }
}
