namespace CustomerInsight.Models;

/// <summary>Fits the BG/NBD model, or one of its relatives, by maximum likelihood.</summary>
/// <remarks>
/// Equal patterns are counted once. The search runs over the logs of the parameters with time scaled to the mean tenure, from several starts until one converges.
/// <para>Source: Fader, Hardie, Lee, "'Counting Your Customers' the Easy Way", Marketing Science 24(2), 2005, section 4.</para>
/// </remarks>
/// <threadsafety>Safe from many threads.</threadsafety>
public sealed class BgNbdEstimator : IWeightedEstimator<IReadOnlyList<RepeatPattern>, BgNbdModel>
{
    private readonly PatternFit<BgNbdModel> _fit;

    /// <summary>Makes an estimator.</summary>
    /// <param name="options">How to fit; null for the defaults. Read once, here.</param>
    /// <exception cref="ArgumentException">An option is out of its range.</exception>
    public BgNbdEstimator(BgNbdOptions? options = null)
    {
        options ??= new BgNbdOptions();
        OptionsCheck.ThrowIfInvalid(options, nameof(options), new BgNbdOptionsValidator());
        (TimeUnit unit, BgNbdVariant variant, int regularity) = (options.Unit, options.Variant, options.Regularity);
        _fit = new PatternFit<BgNbdModel>(
            BgNbdModel.NameOf(variant, regularity),
            options.MinimumCustomers,
            options.MinimumRepeatCustomers,
            options.MaximumIterations,
            options.MaxDegreeOfParallelism,
            (patterns, parallel) => new BgNbdLikelihood(patterns, unit, variant, regularity, parallel));
    }

    /// <summary>Fits the model.</summary>
    /// <param name="data">One pattern for each customer, in any order. Those that are not valid are left out, with a warning.</param>
    /// <param name="cancellationToken">Stops the fit.</param>
    /// <returns>The model and how the fit went.</returns>
    /// <exception cref="OperationCanceledException">The fit was stopped.</exception>
    /// <remarks>O(n log n) to count the patterns, then some tens of passes over the distinct ones.</remarks>
    public FitResult<BgNbdModel> Fit(IReadOnlyList<RepeatPattern> data, CancellationToken cancellationToken = default) => _fit.Fit(data, cancellationToken);

    IWeightedLikelihood<BgNbdModel>? IWeightedEstimator<IReadOnlyList<RepeatPattern>, BgNbdModel>.Prepare(IReadOnlyList<RepeatPattern> data) => _fit.Prepare(data);
}
