namespace CustomerInsight.Models;

/// <summary>Finds groups of any shape and of different density; rows that belong to none are noise. No number of groups and no radius need be given.</summary>
/// <remarks>
/// Source: Campello, Moulavi, Sander, "Density-Based Clustering Based on Hierarchical Density Estimates", PAKDD 2013;
/// McInnes, Healy, "Accelerated Hierarchical Density Based Clustering", ICDM Workshops 2017, for membership and the assignment of new rows.
/// </remarks>
/// <threadsafety>Safe from many threads.</threadsafety>
public sealed class HdbscanEstimator : IEstimator<FeatureMatrix, HdbscanModel>
{
    private const string ModelName = "HDBSCAN";

    private readonly HdbscanOptions _options;

    /// <summary>Makes an estimator.</summary>
    /// <param name="options">What makes a group; null for the defaults. Read once, here.</param>
    /// <exception cref="ArgumentException">An option is not usable.</exception>
    public HdbscanEstimator(HdbscanOptions? options = null)
    {
        options ??= new HdbscanOptions();
        OptionsCheck.ThrowIfInvalid(options, nameof(options), new HdbscanOptionsValidator(), new HdbscanOptionsRules());
        _options = options.Copy();
    }

    /// <inheritdoc cref="Fit(FeatureMatrix, IProgress{int}, CancellationToken)"/>
    public FitResult<HdbscanModel> Fit(FeatureMatrix data, CancellationToken cancellationToken = default) => Fit(data, null, cancellationToken);

    /// <summary>Finds the groups.</summary>
    /// <param name="data">The customers' features. Rows with a missing or infinite number are left out.</param>
    /// <param name="progress">Told now and then how many rows are connected; null for nobody.</param>
    /// <param name="cancellationToken">Stops the fit.</param>
    /// <returns>The model; none where there are too few rows, or no two places that are denser than what is between them.</returns>
    /// <exception cref="ArgumentException">There are more rows than <see cref="HdbscanOptions.MaximumRows"/>, an option names a feature that the data do not have, or a number is above 1e150 in size.</exception>
    /// <exception cref="OperationCanceledException">The fit was stopped.</exception>
    /// <remarks>Time O(rows² × features), memory of the data.</remarks>
    public FitResult<HdbscanModel> Fit(FeatureMatrix data, IProgress<int>? progress, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(data);
        ParallelOptions parallel = FixedChunks.Parallel(_options.MaxDegreeOfParallelism, cancellationToken);
        var rows = FeatureRows.Prepare(data, _options.Scaling, parallel, rising: true);
        int neighbors = _options.MinimumNeighbors ?? _options.MinimumGroupSize;
        int needed = Math.Max(neighbors, 2 * _options.MinimumGroupSize);
        if (rows.Count < needed)
        {
            return Refuse(rows, ClusteringWarnings.TooFewRows(rows.Count, needed));
        }

        ClusteringWarnings.ThrowIfTooMany(rows.Count, _options.MaximumRows, nameof(HdbscanOptions.MaximumRows), "comparing all pairs would take too long");
        double[] cores = ReachabilityTree.CoreDistances(new KdTree(rows.Values, rows.Width), rows.Values, rows.Width, neighbors, parallel);
        ReachabilityEdge[] edges = ReachabilityTree.Edges(rows.Values, rows.Width, cores, progress, cancellationToken);
        var tree = new CondensedTree(new ReachabilityHierarchy(rows.Count, edges), rows.Count, _options.MinimumGroupSize);
        HdbscanCluster[] clusters = tree.Choose();
        if (clusters.All(static cluster => cluster.Group < 0))
        {
            return Refuse(rows, new FitWarning("no-groups", FormattableString.Invariant($"Nowhere are {_options.MinimumGroupSize} rows denser than what is between them and others, so there is one group or none. Lower {nameof(HdbscanOptions.MinimumGroupSize)}, or use k-means.")));
        }

        var points = ValueList.From(Enumerable.Range(0, rows.Count).Select(row => new HdbscanPoint(
            ValueList.Create<double>(rows.Values.AsSpan(row * rows.Width, rows.Width)), cores[row], tree.Owners[row], tree.Densities[row])));
        int[] places = rows.Spread(data.Rows, [.. Enumerable.Range(0, rows.Count)], GroupAssignment.None);
        var model = new HdbscanModel(rows.Scaling, neighbors, ValueList.Create<HdbscanCluster>(clusters), points, ValueList.Create<int>(places));
        return new FitResult<HdbscanModel>(model, new FitReport(ModelName, FitStatus.Converged, 0, null, rows.Count, ValueList.From(rows.Warnings())));
    }

    private static FitResult<HdbscanModel> Refuse(FeatureRows rows, FitWarning reason) => new(null, FitReport.TooLittle(ModelName, rows.Count, [.. rows.Warnings(), reason]));
}
