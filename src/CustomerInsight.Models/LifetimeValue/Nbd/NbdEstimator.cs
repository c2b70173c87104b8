namespace CustomerInsight.Models;

/// <summary>Fits the NBD model by maximum likelihood.</summary>
/// <remarks>
/// Equal patterns are counted once. The search runs over the logs of the parameters with time scaled to the mean tenure, with analytic derivatives, from several starts until one converges;
/// where there are many patterns, on a sample of them first.
/// <para>Source: Morrison, Schmittlein, "Generalizing the NBD Model for Customer Purchases", Journal of Business and Economic Statistics 6(2), 1988.</para>
/// </remarks>
/// <threadsafety>Safe from many threads.</threadsafety>
public sealed class NbdEstimator : IWeightedEstimator<IReadOnlyList<RepeatPattern>, NbdModel>
{
    private readonly PatternFit<NbdModel> _fit;

    /// <summary>Makes an estimator.</summary>
    /// <param name="options">How to fit; null for the defaults. Read once, here.</param>
    /// <exception cref="ArgumentException">An option is out of its range.</exception>
    public NbdEstimator(NbdOptions? options = null)
    {
        options ??= new NbdOptions();
        OptionsCheck.ThrowIfInvalid(options, nameof(options), new NbdOptionsValidator());
        TimeUnit unit = options.Unit;
        _fit = new PatternFit<NbdModel>(
            NbdModel.ModelName,
            options.MinimumCustomers,
            options.MinimumRepeatCustomers,
            options.MaximumIterations,
            options.MaxDegreeOfParallelism,
            (patterns, parallel) => new NbdLikelihood(patterns, unit, parallel));
    }

    /// <summary>Fits the model.</summary>
    /// <param name="data">One pattern for each customer, in any order. Those that are not valid are left out, with a warning.</param>
    /// <param name="cancellationToken">Stops the fit.</param>
    /// <returns>The model and how the fit went.</returns>
    /// <exception cref="OperationCanceledException">The fit was stopped.</exception>
    /// <remarks>O(n log n) to count the patterns, then some tens of passes over the distinct ones.</remarks>
    public FitResult<NbdModel> Fit(IReadOnlyList<RepeatPattern> data, CancellationToken cancellationToken = default) => _fit.Fit(data, cancellationToken);

    IWeightedLikelihood<NbdModel>? IWeightedEstimator<IReadOnlyList<RepeatPattern>, NbdModel>.Prepare(IReadOnlyList<RepeatPattern> data) => _fit.Prepare(data);
}
