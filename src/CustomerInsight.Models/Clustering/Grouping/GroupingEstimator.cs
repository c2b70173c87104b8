namespace CustomerInsight.Models;

/// <summary>Groups customers with k-means, with as many groups as are told apart best unless a number is given.</summary>
/// <threadsafety>Safe from many threads.</threadsafety>
public sealed class GroupingEstimator : IEstimator<FeatureMatrix, IClusteringModel>
{
    private const string ModelName = "Groups";

    /// <summary>On how many rows numbers of groups are compared: the groups themselves are then found among all.</summary>
    private const int MostRowsScored = 20_000;

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

        int? groups = _options.Groups;
        if (groups is null)
        {
            scores = Scores(rows, parallel);

            // Of equally good numbers the smallest, which is easier to work with.
            groups = scores.MaxBy(static score => score.Silhouette).Groups;
        }

        FitResult<KMeansModel> fit = Fit(data, groups.Value, _options.Scaling, cancellationToken);
        return new FitResult<IClusteringModel>(fit.Model, fit.Report);
    }

    private ValueList<GroupCountScore> Scores(FeatureRows rows, ParallelOptions parallel)
    {
        int[] order = RowOrder.Thin(RowOrder.Of(rows.Values, rows.Width, parallel), MostRowsScored);
        var sample = FeatureMatrix.Create(rows.Scaling.Columns, RowOrder.Take(rows.Values, rows.Width, order));
        var asTheyAre = new FeatureScalingOptions { Transform = FeatureTransform.None };
        KMeansModel[] tried = [.. Enumerable.Range(_options.FewestGroups, _options.MostGroups - _options.FewestGroups + 1)
            .Select(groups => Fit(sample, groups, asTheyAre, parallel.CancellationToken).Model)
            .OfType<KMeansModel>()
            .DistinctBy(static model => model.Groups)];
        int[][] groupings = [.. tried.Select(model => model.AssignAll(sample, _options.MaxDegreeOfParallelism, parallel.CancellationToken).Select(static assignment => assignment.Group).ToArray())];
        double[] silhouettes = SilhouetteSample.Of(sample.Array, rows.Width, groupings, parallel);
        return ValueList.From(tried.Select((model, i) => new GroupCountScore(model.Groups, silhouettes[i], model.Inertia)));
    }

    private FitResult<KMeansModel> Fit(FeatureMatrix data, int groups, FeatureScalingOptions scaling, CancellationToken cancellationToken) => new KMeansEstimator(new KMeansOptions
    {
        Groups = groups,
        Scaling = scaling,
        Seed = _options.Seed,
        MaxDegreeOfParallelism = _options.MaxDegreeOfParallelism,
    }).Fit(data, cancellationToken);
}
