namespace CustomerInsight.Models;

/// <summary>An estimator that can be asked for its likelihood under other weights of the customers, as a bootstrap does.</summary>
internal interface IWeightedEstimator<in TData, TModel> : IEstimator<TData, TModel>
    where TModel : class
{
    /// <summary>Sorts and counts the data once for many fits; null where there is too little for one.</summary>
    IWeightedLikelihood<TModel>? Prepare(TData data);
}
