namespace CustomerInsight.Models;

/// <summary>Finds groups as a mixture of normal distributions, by expectation and maximisation from the groups of k-means.</summary>
/// <remarks>
/// Conventions are those of scikit-learn: a regularisation on the variances, covariances over n, the change of the mean log-likelihood ends the search.
/// <para>Source: Dempster, Laird, Rubin, "Maximum Likelihood from Incomplete Data via the EM Algorithm", Journal of the Royal Statistical Society B 39(1), 1977;
/// Bishop, "Pattern Recognition and Machine Learning" (2006), section 9.2.</para>
/// </remarks>
/// <threadsafety>Safe from many threads.</threadsafety>
public sealed class GaussianMixtureEstimator : IEstimator<FeatureMatrix, GaussianMixtureModel>
{
    private const string ModelName = "Gaussian mixture";

    private readonly GaussianMixtureOptions _options;

    /// <summary>Makes an estimator.</summary>
    /// <param name="options">How to fit; null for the defaults. Read once, here.</param>
    /// <exception cref="ArgumentException">An option is not usable.</exception>
    public GaussianMixtureEstimator(GaussianMixtureOptions? options = null)
    {
        options ??= new GaussianMixtureOptions();
        OptionsCheck.ThrowIfInvalid(options, nameof(options), new GaussianMixtureOptionsValidator(), new GaussianMixtureOptionsRules());
        _options = options.Copy();
    }

    /// <inheritdoc cref="Fit(FeatureMatrix, IProgress{int}, CancellationToken)"/>
    public FitResult<GaussianMixtureModel> Fit(FeatureMatrix data, CancellationToken cancellationToken = default) => Fit(data, null, cancellationToken);

    /// <summary>Fits a mixture.</summary>
    /// <param name="data">The customers' features. Rows with a missing or infinite number are left out.</param>
    /// <param name="progress">Told the number of each step, from 1 for each start; null for nobody.</param>
    /// <param name="cancellationToken">Stops the fit.</param>
    /// <returns>
    /// The model, its groups numbered by weight, the largest first, or as in the start where one is given; none where there are fewer rows, or fewer different ones, than groups.
    /// A group that loses all its rows is left out with a warning.
    /// </returns>
    /// <exception cref="ArgumentException">An option names a feature that the data do not have, the start has other features, or a number is above 1e150 in size.</exception>
    /// <exception cref="OperationCanceledException">The fit was stopped.</exception>
    /// <remarks>O(rows × groups × features²) for each step of the full and tied kinds, O(rows × groups × features) of the others; memory of one copy of the data.</remarks>
    public FitResult<GaussianMixtureModel> Fit(FeatureMatrix data, IProgress<int>? progress, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(data);
        if (_options.Start is not null && _options.Start.Columns != data.Columns)
        {
            throw new ArgumentException($"The start has the features {string.Join(", ", _options.Start.Columns)}, but the data have {string.Join(", ", data.Columns)}. Give the same features in the same order.", nameof(data));
        }

        ParallelOptions parallel = FixedChunks.Parallel(_options.MaxDegreeOfParallelism, cancellationToken);
        var rows = FeatureRows.Prepare(data, _options.Scaling, parallel);
        if (rows.Count < _options.Groups)
        {
            return new FitResult<GaussianMixtureModel>(null, FitReport.TooLittle(ModelName, rows.Count, [.. rows.Warnings(), ClusteringWarnings.TooFewRows(rows.Count, _options.Groups)]));
        }

        // In an order of their own: the order in which the rows came changes the sums no more than it changes the last digits of the scale.
        int[] order = RowOrder.Of(data, rows.Numbers, parallel);
        var slabs = SlabMatrix.From(rows.Values, order, rows.Width, parallel);
        var search = new MixtureSearch(slabs, new MixtureShape(_options.Covariance, _options.Groups, rows.Width), _options, parallel, progress);
        MixtureFound? best = null;
        foreach (Func<MixtureFound> start in new MixtureStarts(_options, data, rows, order, cancellationToken).Each(search))
        {
            MixtureFound found = start();
            best = found.IsBetterThan(best) ? found : best;
        }

        return best is null
            ? new FitResult<GaussianMixtureModel>(null, FitReport.TooLittle(ModelName, rows.Count, [.. rows.Warnings(), _options.Start is null ? ClusteringWarnings.TooFewDistinct(_options.Groups) : MixtureWarnings.NoStart]))
            : Result(best, rows);
    }

    private FitResult<GaussianMixtureModel> Result(MixtureFound found, FeatureRows rows)
    {
        FitWarning[] warnings = [.. rows.Warnings(), .. MixtureWarnings.Of(found)];
        FitStatus status = found.Converged ? FitStatus.Converged : FitStatus.NotConverged;
        bool usable = double.IsFinite(found.LogLikelihood);
        var report = new FitReport(ModelName, status, found.Iterations, usable ? found.LogLikelihood : null, rows.Count, ValueList.Create<FitWarning>(warnings));
        return new FitResult<GaussianMixtureModel>(
            usable ? new GaussianMixtureModel(rows.Scaling, _options.Covariance, MixtureComponents.Write(found.Parameters, bySize: _options.Start is null)) : null, report);
    }
}
