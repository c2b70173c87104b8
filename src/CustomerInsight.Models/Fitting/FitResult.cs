namespace CustomerInsight.Models;

/// <summary>What came of a fit: a model where there was enough data, and in any case how it went.</summary>
/// <typeparam name="TModel">The fitted model.</typeparam>
/// <param name="Model">The model; null where there was too little data. Check <see cref="FitReport.Converged"/> before relying on it.</param>
/// <param name="Report">How it went.</param>
public sealed record FitResult<TModel>(TModel? Model, FitReport Report)
    where TModel : class;
