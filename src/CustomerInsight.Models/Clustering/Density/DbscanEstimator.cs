namespace CustomerInsight.Models;

/// <summary>Finds groups of any shape as places where rows are dense; rows in sparse places belong to none.</summary>
/// <remarks>
/// A row between two groups goes to that of the nearest core, so the order of rows changes nothing.
/// <para>Source: Ester, Kriegel, Sander, Xu, "A Density-Based Algorithm for Discovering Clusters in Large Spatial Databases with Noise", KDD 1996.</para>
/// </remarks>
/// <threadsafety>Safe from many threads.</threadsafety>
public sealed class DbscanEstimator : IEstimator<FeatureMatrix, DbscanModel>
{
    private const string ModelName = "DBSCAN";

    private readonly DbscanOptions _options;

    /// <summary>Makes an estimator.</summary>
    /// <param name="options">What is dense; null for the defaults. Read once, here.</param>
    /// <exception cref="ArgumentException">An option is not usable.</exception>
    public DbscanEstimator(DbscanOptions? options = null)
    {
        options ??= new DbscanOptions();
        OptionsCheck.ThrowIfInvalid(options, nameof(options), new DbscanOptionsValidator(), new DbscanOptionsRules());
        _options = options.Copy();
    }

    /// <summary>Finds the dense groups.</summary>
    /// <param name="data">The customers' features. Rows with a missing or infinite number are left out.</param>
    /// <param name="cancellationToken">Stops the fit.</param>
    /// <returns>The model; none where there are fewer rows than neighbours are needed, or nowhere enough of them.</returns>
    /// <exception cref="ArgumentException">An option names a feature that the data do not have, or a number is above 1e150 in size.</exception>
    /// <exception cref="OperationCanceledException">The fit was stopped.</exception>
    /// <remarks>About O(n log n) where features are few, also where the radius is large: places of one group are joined as a whole. Up to O(n²) with many features, or where each row needs very many neighbours. Equal rows count once.</remarks>
    public FitResult<DbscanModel> Fit(FeatureMatrix data, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(data);
        ParallelOptions parallel = FixedChunks.Parallel(_options.MaxDegreeOfParallelism, cancellationToken);
        var rows = FeatureRows.Prepare(data, _options.Scaling, parallel, rising: true);
        if (rows.Count < _options.MinimumNeighbors || rows.Count == 0)
        {
            return Refuse(rows, ClusteringWarnings.TooFewRows(rows.Count, _options.MinimumNeighbors));
        }

        var distinct = DistinctRows.Of(rows.Values, rows.Width);
        int[] cores = DbscanSearch.Cores(distinct, rows.Width, _options.Radius, _options.MinimumNeighbors, parallel);
        int[] groups = NumberBySize(cores, distinct.Weights);
        var points = ValueList.From(Enumerable.Range(0, groups.Length).Where(row => groups[row] >= 0)
            .Select(row => new DbscanCore(groups[row], ValueList.Create<double>(distinct.Values.AsSpan(row * rows.Width, rows.Width)))));
        if (points.Count == 0)
        {
            return Refuse(rows, new FitWarning("nowhere-dense", FormattableString.Invariant($"No row has {_options.MinimumNeighbors} rows within {_options.Radius} of it. Raise {nameof(DbscanOptions.Radius)} or lower {nameof(DbscanOptions.MinimumNeighbors)}.")));
        }

        return new FitResult<DbscanModel>(
            new DbscanModel(rows.Scaling, _options.Radius, points), new FitReport(ModelName, FitStatus.Converged, 0, null, rows.Count, ValueList.From(rows.Warnings())));
    }

    /// <summary>Numbers the groups by falling number of rows at their hearts.</summary>
    private static int[] NumberBySize(int[] cores, int[] weights)
    {
        int[] numbered = GroupNumbers.BySize([.. cores.SelectMany((core, row) => core < 0 ? [] : Enumerable.Repeat(core, weights[row]))]);
        int[] groups = new int[cores.Length];
        int at = 0;
        for (int row = 0; row < cores.Length; row++)
        {
            groups[row] = cores[row] < 0 ? GroupAssignment.None : numbered[at];
            at += cores[row] < 0 ? 0 : weights[row];
        }

        return groups;
    }

    private static FitResult<DbscanModel> Refuse(FeatureRows rows, FitWarning reason) => new(null, FitReport.TooLittle(ModelName, rows.Count, [.. rows.Warnings(), reason]));
}
