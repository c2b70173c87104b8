namespace CustomerInsight.Models;

/// <summary>Learns a model from data. Holds settings only, never data.</summary>
/// <typeparam name="TData">What it learns from.</typeparam>
/// <typeparam name="TModel">The fitted model: immutable, its methods pure.</typeparam>
public interface IEstimator<in TData, TModel>
    where TModel : class
{
    /// <summary>Fits the model.</summary>
    /// <param name="data">What to learn from. The order of its items changes nothing.</param>
    /// <param name="cancellationToken">Stops the fit.</param>
    /// <returns>The model and how the fit went; too little data and a search that does not converge are results, not exceptions.</returns>
    /// <exception cref="OperationCanceledException">The fit was stopped.</exception>
    FitResult<TModel> Fit(TData data, CancellationToken cancellationToken = default);
}
