namespace CustomerInsight.Models;

/// <summary>Groups customers with k-means, with as many groups as are told apart best unless a number is given.</summary>
/// <threadsafety>Safe from many threads.</threadsafety>
public sealed class GroupingEstimator : IEstimator<FeatureMatrix, IClusteringModel>
{
    private const string ModelName = "Groups";

    /// <summary>On how many rows numbers of groups are compared: the groups themselves are then found among all.</summary>
    private const int MostRowsCompared = 20_000;
    private const int SilhouetteRows = 4_000;
    private const int ReferenceSets = 20;

    private readonly GroupingOptions _options;

    /// <summary>Makes an estimator.</summary>
    /// <param name="options">How to group; null for the defaults. Read once, here.</param>
    /// <exception cref="ArgumentException">An option is not usable.</exception>
    public GroupingEstimator(GroupingOptions? options = null)
    {
        options ??= new GroupingOptions();
        OptionsCheck.ThrowIfInvalid(options, nameof(options), new GroupingOptionsValidator(), new GroupingOptionsRules());
        _options = options.Copy();
    }

    /// <summary>Finds the groups.</summary>
    /// <param name="data">The customers' features. Rows with a missing or infinite number are left out.</param>
    /// <param name="cancellationToken">Stops the fit.</param>
    /// <returns>A <see cref="KMeansModel"/>; none where there are too few customers, or fewer different ones than groups.</returns>
    /// <exception cref="ArgumentException">The scaling names a feature that the data do not have, or a number is above 1e150 in size.</exception>
    /// <exception cref="OperationCanceledException">The fit was stopped.</exception>
    public FitResult<IClusteringModel> Fit(FeatureMatrix data, CancellationToken cancellationToken = default) => Fit(data, out _, cancellationToken);

    /// <summary>Finds the groups, and tells why there are as many.</summary>
    /// <param name="data">The customers' features. Rows with a missing or infinite number are left out.</param>
    /// <param name="choice">Gets why there are as many groups; null where the number is given in the options, or all rows are alike.</param>
    /// <param name="cancellationToken">Stops the fit.</param>
    /// <returns>A <see cref="KMeansModel"/>; none where there are too few customers, or fewer different ones than groups.</returns>
    /// <exception cref="ArgumentException">The scaling names a feature that the data do not have, or a number is above 1e150 in size.</exception>
    /// <exception cref="OperationCanceledException">The fit was stopped.</exception>
    public FitResult<IClusteringModel> Fit(FeatureMatrix data, out GroupCountChoice? choice, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(data);
        choice = null;
        ParallelOptions parallel = FixedChunks.Parallel(_options.MaxDegreeOfParallelism, cancellationToken);
        var rows = FeatureRows.Prepare(data, _options.Scaling, parallel);
        if (rows.Count < _options.MinimumCustomers)
        {
            return new FitResult<IClusteringModel>(null, FitReport.TooLittle(ModelName, rows.Count, [.. rows.Warnings(), FitWarnings.TooFewCustomers(rows.Count, _options.MinimumCustomers)]));
        }

        choice = _options.Groups is null ? Choose(data, rows, parallel) : null;
        FitResult<KMeansModel> fit = new KMeansEstimator(KMeans(_options.Groups ?? choice?.Recommended ?? 1)).Fit(data, cancellationToken);
        return new FitResult<IClusteringModel>(fit.Model, fit.Report);
    }

    private GroupCountChoice? Choose(FeatureMatrix data, FeatureRows rows, ParallelOptions parallel)
    {
        int[] order = RowOrder.Thin(RowOrder.Of(data, rows.Numbers, parallel), MostRowsCompared);
        double[] sample = RowOrder.Take(data.Array, rows.Width, rows.Numbers is int[] numbers ? [.. order.Select(row => numbers[row])] : order);
        return new GroupCountEstimator(new GroupCountOptions
        {
            Most = _options.MostGroups,
            Criterion = _options.Criterion,
            KMeans = KMeans(_options.MostGroups),
            SilhouetteRows = SilhouetteRows,
            ReferenceSets = _options.Criterion == GroupCountCriterion.GapStatistic ? ReferenceSets : 0,
        }).Fit(FeatureMatrix.Create(data.Columns, sample), parallel.CancellationToken).Model;
    }

    private KMeansOptions KMeans(int groups) => new()
    {
        Groups = groups,
        Scaling = _options.Scaling,
        Seed = _options.Seed,
        MaxDegreeOfParallelism = _options.MaxDegreeOfParallelism,
    };
}
