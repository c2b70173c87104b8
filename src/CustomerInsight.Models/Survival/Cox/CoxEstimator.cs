namespace CustomerInsight.Models;

/// <summary>Fits proportional hazards by Cox's partial likelihood: what makes customers leave sooner, without a word on the shape of time.</summary>
/// <remarks>
/// Rows may come in later than at 0 and be stretches of one customer's life (start and stop, with features of that stretch); those of a customer then belong into one cluster.
/// Rows of different strata are not compared. Features are centred and scaled inside. A column that is constant, or follows from columns before it, is left out and named in a warning; a
/// column that separates events from others has no finite coefficient: without <see cref="CoxOptions.Ridge"/> the fit is refused and the column named.
/// <para>Source: Cox, "Regression models and life-tables", Journal of the Royal Statistical Society B 34 (1972); Therneau, Grambsch, "Modeling Survival Data" (2000), chapter 3.</para>
/// </remarks>
/// <threadsafety>Safe from many threads.</threadsafety>
public sealed class CoxEstimator : IEstimator<SurvivalData, CoxModel>
{
    private readonly CoxOptions _options;

    /// <summary>Makes an estimator.</summary>
    /// <param name="options">How to fit; null for the defaults. Read once, here.</param>
    /// <exception cref="ArgumentException">An option is out of its range, or two do not go together.</exception>
    public CoxEstimator(CoxOptions? options = null)
    {
        options ??= new CoxOptions();
        OptionsCheck.ThrowIfInvalid(options, nameof(options), new CoxOptionsValidator(), new CoxOptionsRules());
        _options = options.Copy();
    }

    /// <summary>Fits the model.</summary>
    /// <param name="data">The rows, in any order.</param>
    /// <param name="cancellationToken">Stops the fit.</param>
    /// <returns>The model and how the fit went.</returns>
    /// <exception cref="ArgumentException">The rows have weights, but ties are to be exact.</exception>
    /// <exception cref="OperationCanceledException">The fit was stopped.</exception>
    /// <remarks>O(n log n) to sort the rows, then some six passes of rows × columns².</remarks>
    public FitResult<CoxModel> Fit(SurvivalData data, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(data);
        if (_options.Ties == CoxTies.Exact && data.Times.WeightArray is not null)
        {
            throw new ArgumentException($"Weighted rows cannot be compared by {nameof(CoxTies)}.{nameof(CoxTies.Exact)}. Take {nameof(CoxTies.Efron)}, or rows without weights.", nameof(data));
        }

        int events = 0;
        foreach (int end in data.Times.Ends)
        {
            events += SurvivalTimes.IsEvent(end, _options.Cause) ? 1 : 0;
        }

        if (events < _options.MinimumEvents)
        {
            return Refused(data, CoxWarnings.TooFewEvents(events, _options.MinimumEvents, _options.Cause));
        }

        ParallelOptions parallel = FixedChunks.Parallel(_options.MaxDegreeOfParallelism, cancellationToken);
        CoxRows rows = CoxPreparation.Of(data, _options.Cause, parallel);
        return new CoxFitting(data, rows, events, _options, parallel).Run();
    }

    internal static FitResult<CoxModel> Refused(SurvivalData data, params ReadOnlySpan<FitWarning> warnings) =>
        new(null, FitReport.TooLittle(CoxModel.ModelName, data.Times.Count, warnings));
}
