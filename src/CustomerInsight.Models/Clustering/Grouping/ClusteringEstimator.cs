namespace CustomerInsight.Models;

/// <summary>Lets an estimator of any kind of groups stand where the kind does not matter, as in a run.</summary>
/// <typeparam name="TModel">The kind of groups.</typeparam>
/// <param name="estimator">Finds them.</param>
/// <threadsafety>Safe from many threads where the estimator is.</threadsafety>
public sealed class ClusteringEstimator<TModel>(IEstimator<FeatureMatrix, TModel> estimator) : IEstimator<FeatureMatrix, IClusteringModel>
    where TModel : class, IClusteringModel
{
    private readonly IEstimator<FeatureMatrix, TModel> _estimator = estimator ?? throw new ArgumentNullException(nameof(estimator));

    /// <inheritdoc/>
    public FitResult<IClusteringModel> Fit(FeatureMatrix data, CancellationToken cancellationToken = default)
    {
        FitResult<TModel> fit = _estimator.Fit(data, cancellationToken);
        return new FitResult<IClusteringModel>(fit.Model, fit.Report);
    }
}
