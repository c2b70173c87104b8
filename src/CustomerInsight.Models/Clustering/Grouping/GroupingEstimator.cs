namespace CustomerInsight.Models;

/// <summary>Groups customers with k-means, with as many groups as are told apart best unless a number is given.</summary>
/// <threadsafety>Safe from many threads.</threadsafety>
public sealed class GroupingEstimator : IEstimator<FeatureMatrix, IClusteringModel>
{
    private const string ModelName = "Groups";

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

    /// <summary>Finds the groups, and tells what each number of groups was worth.</summary>
    /// <param name="data">The customers' features. Rows with a missing or infinite number are left out.</param>
    /// <param name="scores">Gets a score for each number of groups tried; empty where a number is given in the options.</param>
    /// <param name="cancellationToken">Stops the fit.</param>
    /// <returns>A <see cref="KMeansModel"/>; none where there are too few customers, or fewer different ones than groups.</returns>
    /// <exception cref="ArgumentException">The scaling names a feature that the data do not have, or a number is above 1e150 in size.</exception>
    /// <exception cref="OperationCanceledException">The fit was stopped.</exception>
    public FitResult<IClusteringModel> Fit(FeatureMatrix data, out ValueList<GroupCountScore> scores, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(data);
        scores = [];
        ParallelOptions parallel = RowChunks.Parallel(_options.MaxDegreeOfParallelism, cancellationToken);
        var rows = FeatureRows.Prepare(data, _options.Scaling, parallel);
        if (rows.Count < _options.MinimumCustomers)
        {
            return new FitResult<IClusteringModel>(null, FitReport.TooLittle(ModelName, rows.Count, [.. rows.Warnings(), FitWarnings.TooFewCustomers(rows.Count, _options.MinimumCustomers)]));
        }

        if (_options.Groups is int given)
        {
            FitResult<KMeansModel> fit = Fit(data, given, cancellationToken);
            return new FitResult<IClusteringModel>(fit.Model, fit.Report);
        }

        FitResult<KMeansModel>[] tried = [.. Enumerable.Range(_options.FewestGroups, _options.MostGroups - _options.FewestGroups + 1)
            .Select(groups => Fit(data, groups, cancellationToken))
            .Where(static fit => fit.Model is not null)
            .DistinctBy(static fit => fit.Model!.Groups)];
        int[] complete = rows.Numbers ?? [.. Enumerable.Range(0, data.Rows)];
        int[][] groupings = [.. tried.Select(fit =>
        {
            ValueList<GroupAssignment> all = fit.Model!.AssignAll(data, _options.MaxDegreeOfParallelism, cancellationToken);
            return complete.Select(row => all[row].Group).ToArray();
        })];
        double[] silhouettes = SilhouetteSample.Of(rows.Values, rows.Width, groupings, parallel);
        scores = ValueList.From(tried.Select((fit, i) => new GroupCountScore(fit.Model!.Groups, silhouettes[i], fit.Model.Inertia)));

        // Of equally good numbers the smallest, which is easier to work with.
        FitResult<KMeansModel> best = tried[scores.Select(static (score, i) => (score, i)).MaxBy(static pair => pair.score.Silhouette).i];
        return new FitResult<IClusteringModel>(best.Model, best.Report);
    }

    private FitResult<KMeansModel> Fit(FeatureMatrix data, int groups, CancellationToken cancellationToken) => new KMeansEstimator(new KMeansOptions
    {
        Groups = groups,
        Scaling = _options.Scaling,
        Seed = _options.Seed,
        MaxDegreeOfParallelism = _options.MaxDegreeOfParallelism,
    }).Fit(data, cancellationToken);
}
