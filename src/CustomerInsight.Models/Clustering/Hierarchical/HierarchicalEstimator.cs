namespace CustomerInsight.Models;

/// <summary>Finds groups by joining the nearest two, step by step, and cutting the tree that results.</summary>
/// <remarks>
/// Of groups that are equally near, those whose rows have the lower numbers are joined first, so the order of the rows changes nothing.
/// <para>Source: Ward, "Hierarchical Grouping to Optimize an Objective Function", Journal of the American Statistical Association 58(301), 1963;
/// Müllner, "Modern hierarchical, agglomerative clustering algorithms", arXiv:1109.2378 (2011), which says when the nearest-neighbour chain finds the same tree.</para>
/// </remarks>
/// <threadsafety>Safe from many threads.</threadsafety>
public sealed class HierarchicalEstimator : IEstimator<FeatureMatrix, HierarchicalModel>
{
    private const string ModelName = "Hierarchical groups";

    private readonly HierarchicalOptions _options;

    /// <summary>Makes an estimator.</summary>
    /// <param name="options">How to join; null for the defaults. Read once, here.</param>
    /// <exception cref="ArgumentException">An option is not usable.</exception>
    public HierarchicalEstimator(HierarchicalOptions? options = null)
    {
        options ??= new HierarchicalOptions();
        OptionsCheck.ThrowIfInvalid(options, nameof(options), new HierarchicalOptionsValidator(), new HierarchicalOptionsRules());
        _options = options.Copy();
    }

    /// <inheritdoc cref="Fit(FeatureMatrix, IProgress{int}, CancellationToken)"/>
    public FitResult<HierarchicalModel> Fit(FeatureMatrix data, CancellationToken cancellationToken = default) => Fit(data, null, cancellationToken);

    /// <summary>Joins rows to groups.</summary>
    /// <param name="data">The customers' features. Rows with a missing or infinite number are left out.</param>
    /// <param name="progress">Told now and then how many rows are joined; null for nobody.</param>
    /// <param name="cancellationToken">Stops the fit.</param>
    /// <returns>The model, its groups numbered by size, equal ones by their least row; none where there are fewer rows than groups.</returns>
    /// <exception cref="ArgumentException">There are more rows than <see cref="HierarchicalOptions.MaximumRows"/>, an option names a feature that the data do not have, or a number is above 1e150 in size.</exception>
    /// <exception cref="OperationCanceledException">The fit was stopped.</exception>
    /// <remarks>Time O(rows² × features), memory of 4 × rows² bytes.</remarks>
    public FitResult<HierarchicalModel> Fit(FeatureMatrix data, IProgress<int>? progress, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(data);
        ParallelOptions parallel = FixedChunks.Parallel(_options.MaxDegreeOfParallelism, cancellationToken);
        var rows = FeatureRows.Prepare(data, _options.Scaling, parallel, rising: true);
        int needed = _options.CutHeight is null ? _options.Groups : 1;
        if (rows.Count < needed)
        {
            return new FitResult<HierarchicalModel>(null, FitReport.TooLittle(ModelName, rows.Count, [.. rows.Warnings(), ClusteringWarnings.TooFewRows(rows.Count, needed)]));
        }

        ClusteringWarnings.ThrowIfTooMany(rows.Count, _options.MaximumRows, nameof(HierarchicalOptions.MaximumRows), "the distances of all pairs would take too much memory");
        Dendrogram tree = new NearestNeighborChain(rows.Values, rows.Width, _options.Linkage, parallel).Run(progress, cancellationToken);
        ValueList<int> groups = _options.CutHeight is double height ? tree.CutAt(height) : tree.Cut(_options.Groups);
        var model = new HierarchicalModel(rows.Scaling, _options.Linkage, InTheirOrder(tree, rows.Numbers!), ValueList.Create<int>(rows.Spread(data.Rows, [.. groups], GroupAssignment.None)), GroupCenters.Of(rows.Values, rows.Width, groups.AsSpan()));
        return new FitResult<HierarchicalModel>(model, new FitReport(ModelName, FitStatus.Converged, 0, null, rows.Count, ValueList.From(rows.Warnings())));
    }

    /// <summary>Gives the rows of a tree the numbers of their order in the data.</summary>
    /// <param name="tree">The tree.</param>
    /// <param name="rows">By row of the tree, its number in the data.</param>
    private static Dendrogram InTheirOrder(Dendrogram tree, int[] rows)
    {
        int[] numbers = [.. rows];
        int[] places = [.. Enumerable.Range(0, rows.Length)];
        Array.Sort(numbers, places);
        int[] ranks = new int[rows.Length];
        for (int rank = 0; rank < places.Length; rank++)
        {
            ranks[places[rank]] = rank;
        }

        return new Dendrogram(ValueList.From(tree.Merges.Select(merge =>
        {
            (int left, int right) = (Rank(merge.Left), Rank(merge.Right));
            return merge with { Left = Math.Min(left, right), Right = Math.Max(left, right) };
        })));

        int Rank(int node) => node < ranks.Length ? ranks[node] : node;
    }
}
