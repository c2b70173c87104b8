namespace CustomerInsight.Models;

/// <summary>Which distribution of time fits best.</summary>
/// <param name="Model">The model of the least Akaike criterion among the fits that converged; null where none did.</param>
/// <param name="Comparison">The fits that converged by their information criteria; null where none did.</param>
/// <param name="Reports">How each fit went, in the order of <see cref="AftDistribution"/>.</param>
/// <threadsafety>Safe from many threads.</threadsafety>
public sealed record AftChoice(AftModel? Model, FitComparison? Comparison, ValueList<FitReport> Reports)
{
    /// <summary>Fits every distribution and chooses.</summary>
    /// <param name="data">The rows, in any order.</param>
    /// <param name="options">How to fit; its distribution is passed over. Null for the defaults.</param>
    /// <param name="cancellationToken">Stops the fits.</param>
    /// <returns>The choice.</returns>
    /// <exception cref="ArgumentException">An option is out of its range.</exception>
    /// <exception cref="OperationCanceledException">The fits were stopped.</exception>
    public static AftChoice Of(SurvivalData data, AftOptions? options = null, CancellationToken cancellationToken = default) =>
        Of(estimator => estimator.Fit(data, cancellationToken), options);

    /// <summary>Fits every distribution to times alone and chooses.</summary>
    /// <param name="times">The times, in any order.</param>
    /// <param name="options">How to fit; its distribution is passed over. Null for the defaults.</param>
    /// <param name="cancellationToken">Stops the fits.</param>
    /// <returns>The choice.</returns>
    /// <exception cref="ArgumentException">An option is out of its range.</exception>
    /// <exception cref="OperationCanceledException">The fits were stopped.</exception>
    public static AftChoice Of(SurvivalTimes times, AftOptions? options = null, CancellationToken cancellationToken = default) =>
        Of(estimator => estimator.Fit(times, cancellationToken), options);

    private static AftChoice Of(Func<AftEstimator, FitResult<AftModel>> fit, AftOptions? options)
    {
        FitResult<AftModel>[] fits = [.. Enum.GetValues<AftDistribution>().Select(distribution =>
        {
            AftOptions own = (options ?? new AftOptions()).Copy();
            own.Distribution = distribution;
            return fit(new AftEstimator(own));
        })];
        FitResult<AftModel>[] converged = [.. fits.Where(static one => one.Report.Converged)];
        return new AftChoice(
            converged.MinBy(static one => one.Report.Aic)?.Model,
            converged.Length > 0 ? FitComparison.Of([.. converged.Select(static one => one.Report)]) : null,
            ValueList.From(fits.Select(static one => one.Report)));
    }
}
