namespace CustomerInsight.Models;

/// <summary>Fits an accelerated-failure-time model by maximum likelihood: each feature stretches or shrinks the time that customers stay by a factor.</summary>
/// <remarks>
/// Rows may be weighted, and watched from later than 0. Strata and clusters of the data are not looked at. Features are centred and scaled inside. A column that is constant, or follows
/// from columns before it, is left out and named in a warning; one that separates events from others is named, and the fit refused. The order of rows changes nothing.
/// <para>Source: Kalbfleisch, Prentice, "The Statistical Analysis of Failure Time Data" (2002), sections 3.2 to 3.6; the parameters are those of R's survreg.</para>
/// </remarks>
/// <threadsafety>Safe from many threads.</threadsafety>
public sealed class AftEstimator : IEstimator<SurvivalData, AftModel>
{
    private readonly AftOptions _options;

    /// <summary>Makes an estimator.</summary>
    /// <param name="options">How to fit; null for the defaults. Read once, here.</param>
    /// <exception cref="ArgumentException">An option is out of its range.</exception>
    public AftEstimator(AftOptions? options = null)
    {
        options ??= new AftOptions();
        OptionsCheck.ThrowIfInvalid(options, nameof(options), new AftOptionsValidator());
        _options = options.Copy();
    }

    /// <summary>Fits the model.</summary>
    /// <param name="data">The rows, in any order.</param>
    /// <param name="cancellationToken">Stops the fit.</param>
    /// <returns>The model and how the fit went; the log-likelihood is that of the times, not of their logs.</returns>
    /// <exception cref="OperationCanceledException">The fit was stopped.</exception>
    /// <remarks>Some eight passes of rows × columns².</remarks>
    public FitResult<AftModel> Fit(SurvivalData data, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(data);
        return Fit(data.Features, data.Times, cancellationToken);
    }

    /// <summary>Fits the distribution of times alone, without features.</summary>
    /// <param name="times">The times, in any order.</param>
    /// <param name="cancellationToken">Stops the fit.</param>
    /// <returns>The model, which has no columns, and how the fit went.</returns>
    /// <exception cref="OperationCanceledException">The fit was stopped.</exception>
    public FitResult<AftModel> Fit(SurvivalTimes times, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(times);
        return Fit(null, times, cancellationToken);
    }

    private FitResult<AftModel> Fit(FeatureMatrix? features, SurvivalTimes times, CancellationToken cancellationToken)
    {
        int events = 0;
        foreach (int end in times.Ends)
        {
            events += SurvivalTimes.IsEvent(end, _options.Cause) ? 1 : 0;
        }

        if (events < _options.MinimumEvents)
        {
            return new FitResult<AftModel>(
                null, FitReport.TooLittle(AftModel.NameOf(_options.Distribution), times.Count, CoxWarnings.TooFewEvents(events, _options.MinimumEvents, _options.Cause)));
        }

        ParallelOptions parallel = FixedChunks.Parallel(_options.MaxDegreeOfParallelism, cancellationToken);
        return new AftFitting(features, AftRows.Of(features, times, _options.Cause, parallel), _options, parallel).Run();
    }
}
