namespace CustomerInsight.Models;

/// <summary>Fits the BG/NBD model, or one of its relatives, by maximum likelihood.</summary>
/// <remarks>
/// Equal patterns are counted once. The search runs over the logs of the parameters with time scaled to the mean tenure, from several starts until one converges.
/// <para>Source: Fader, Hardie, Lee, "'Counting Your Customers' the Easy Way", Marketing Science 24(2), 2005, section 4.</para>
/// </remarks>
/// <threadsafety>Safe from many threads.</threadsafety>
public sealed class BgNbdEstimator : IWeightedEstimator<IReadOnlyList<RepeatPattern>, BgNbdModel>
{
    private readonly TimeUnit _unit;
    private readonly BgNbdVariant _variant;
    private readonly int _regularity;
    private readonly int _minimumCustomers;
    private readonly int _minimumRepeatCustomers;
    private readonly int _maximumIterations;
    private readonly int _threads;

    /// <summary>Makes an estimator.</summary>
    /// <param name="options">How to fit; null for the defaults. Read once, here.</param>
    /// <exception cref="ArgumentException">An option is out of its range.</exception>
    public BgNbdEstimator(BgNbdOptions? options = null)
    {
        options ??= new BgNbdOptions();
        OptionsCheck.ThrowIfInvalid(options, nameof(options), new BgNbdOptionsValidator());
        _unit = options.Unit;
        _variant = options.Variant;
        _regularity = options.Regularity;
        _minimumCustomers = options.MinimumCustomers;
        _minimumRepeatCustomers = options.MinimumRepeatCustomers;
        _maximumIterations = options.MaximumIterations;
        _threads = options.MaxDegreeOfParallelism;
    }

    /// <summary>Fits the model.</summary>
    /// <param name="data">One pattern for each customer, in any order. Those that are not valid are left out, with a warning.</param>
    /// <param name="cancellationToken">Stops the fit.</param>
    /// <returns>The model and how the fit went.</returns>
    /// <exception cref="OperationCanceledException">The fit was stopped.</exception>
    /// <remarks>O(n log n) to count the patterns, then some tens of passes over the distinct ones.</remarks>
    public FitResult<BgNbdModel> Fit(IReadOnlyList<RepeatPattern> data, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(data);
        ParallelOptions parallel = FixedChunks.Parallel(_threads, cancellationToken);
        var patterns = PatternCounts.From(data, parallel);
        var warnings = new List<FitWarning>();
        if (patterns.LeftOut > 0)
        {
            warnings.Add(FitWarnings.InvalidPatterns(patterns.LeftOut));
        }

        if (Refusal(patterns) is FitWarning refusal)
        {
            return new FitResult<BgNbdModel>(null, FitReport.TooLittle(BgNbdModel.NameOf(_variant, _regularity), patterns.Customers, [.. warnings, refusal]));
        }

        return LikelihoodFit.Of(new BgNbdLikelihood(patterns, _unit, _variant, _regularity, parallel), _maximumIterations, warnings, cancellationToken);
    }

    IWeightedLikelihood<BgNbdModel>? IWeightedEstimator<IReadOnlyList<RepeatPattern>, BgNbdModel>.Prepare(IReadOnlyList<RepeatPattern> data)
    {
        ParallelOptions parallel = FixedChunks.Parallel(_threads, CancellationToken.None);
        var patterns = PatternCounts.From(data, parallel);
        return Refusal(patterns) is null ? new BgNbdLikelihood(patterns, _unit, _variant, _regularity, parallel) : null;
    }

    private FitWarning? Refusal(PatternCounts patterns)
    {
        int customers = patterns.Customers;
        int repeaters = patterns.RepeatCustomers;
        return customers < _minimumCustomers ? FitWarnings.TooFewCustomers(customers, _minimumCustomers)
            : repeaters < _minimumRepeatCustomers ? FitWarnings.TooFewRepeaters(repeaters, _minimumRepeatCustomers)
            : patterns.MeanTenureDays <= 0 ? FitWarnings.NoTime
            : null;
    }
}
