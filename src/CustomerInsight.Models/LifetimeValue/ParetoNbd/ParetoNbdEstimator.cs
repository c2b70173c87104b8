namespace CustomerInsight.Models;

/// <summary>Fits the Pareto/NBD model by maximum likelihood.</summary>
/// <remarks>
/// Equal patterns are counted once. The search runs over the logs of the parameters with time scaled to the mean tenure, with analytic derivatives, from several starts until one converges;
/// where there are many patterns, on a sample of them first.
/// <para>Source: Schmittlein, Morrison, Colombo, "Counting Your Customers", Management Science 33(1), 1987; Fader, Hardie, "A Note on Deriving the Pareto/NBD Model and Related Expressions" (2005).</para>
/// </remarks>
/// <threadsafety>Safe from many threads.</threadsafety>
public sealed class ParetoNbdEstimator : IWeightedEstimator<IReadOnlyList<RepeatPattern>, ParetoNbdModel>
{
    private readonly PatternFit<ParetoNbdModel> _fit;

    /// <summary>Makes an estimator.</summary>
    /// <param name="options">How to fit; null for the defaults. Read once, here.</param>
    /// <exception cref="ArgumentException">An option is out of its range.</exception>
    public ParetoNbdEstimator(ParetoNbdOptions? options = null)
    {
        options ??= new ParetoNbdOptions();
        OptionsCheck.ThrowIfInvalid(options, nameof(options), new ParetoNbdOptionsValidator());
        TimeUnit unit = options.Unit;
        _fit = new PatternFit<ParetoNbdModel>(
            ParetoNbdModel.ModelName,
            options.MinimumCustomers,
            options.MinimumRepeatCustomers,
            options.MaximumIterations,
            options.MaxDegreeOfParallelism,
            (patterns, parallel) => new ParetoNbdLikelihood(patterns, unit, parallel));
    }

    /// <summary>Fits the model.</summary>
    /// <param name="data">One pattern for each customer, in any order. Those that are not valid are left out, with a warning.</param>
    /// <param name="cancellationToken">Stops the fit.</param>
    /// <returns>The model and how the fit went.</returns>
    /// <exception cref="OperationCanceledException">The fit was stopped.</exception>
    /// <remarks>O(n log n) to count the patterns, then some tens of passes over the distinct ones, each of an integral for each pattern.</remarks>
    public FitResult<ParetoNbdModel> Fit(IReadOnlyList<RepeatPattern> data, CancellationToken cancellationToken = default) => _fit.Fit(data, cancellationToken);

    IWeightedLikelihood<ParetoNbdModel>? IWeightedEstimator<IReadOnlyList<RepeatPattern>, ParetoNbdModel>.Prepare(IReadOnlyList<RepeatPattern> data) => _fit.Prepare(data);
}
