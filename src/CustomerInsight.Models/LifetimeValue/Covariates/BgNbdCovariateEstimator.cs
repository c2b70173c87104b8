namespace CustomerInsight.Models;

/// <summary>Fits the BG/NBD model, or MBG/NBD, with covariates by maximum likelihood.</summary>
/// <remarks>
/// The model without covariates is fitted first: the search starts from it, and its report is the only one of <see cref="FitReport.Parts"/>, of the same customers, for a
/// likelihood-ratio test of whether the covariates say anything. Coefficients are searched for columns of mean 0 and deviation 1, and reported for the columns as they are.
/// <para>Source: Fader, Hardie, "Incorporating Time-Invariant Covariates into the Pareto/NBD and BG/NBD Models" (2007), section 3.</para>
/// </remarks>
/// <threadsafety>Safe from many threads.</threadsafety>
public sealed class BgNbdCovariateEstimator : IWeightedEstimator<CovariatePurchases, BgNbdCovariateModel>
{
    private readonly BgNbdEstimator _average;
    private readonly int _maximumIterations;
    private readonly CovariateSettings _settings;

    /// <summary>Makes an estimator.</summary>
    /// <param name="options">How to fit, and which variant; null for the defaults. Read once, here.</param>
    /// <param name="covariates">Which covariates explain what; null for the defaults. Read once, here.</param>
    /// <exception cref="ArgumentException">An option is out of its range, or <see cref="BgNbdOptions.Regularity"/> is not 1.</exception>
    public BgNbdCovariateEstimator(BgNbdOptions? options = null, CovariateOptions? covariates = null)
    {
        options ??= new BgNbdOptions();
        _average = new BgNbdEstimator(options);
        if (options.Regularity != 1)
        {
            throw new ArgumentException(FormattableString.Invariant($"{nameof(options.Regularity)} is {options.Regularity}, but with covariates customers are taken to buy at random times. Set it to 1."), nameof(options));
        }

        _maximumIterations = options.MaximumIterations;
        _settings = new CovariateSettings(covariates ?? new CovariateOptions(), options.MaxDegreeOfParallelism);
    }

    /// <summary>Fits the model.</summary>
    /// <param name="data">The customers, in any order. Those whose pattern is not valid or who lack a covariate (a number that is not finite) are left out, with a warning.</param>
    /// <param name="cancellationToken">Stops the fit.</param>
    /// <returns>The model and how the fit went; no model where the data are too few, all customers are alike in a covariate, or one covariate follows from others.</returns>
    /// <exception cref="ArgumentException">The options name a column that is not there.</exception>
    /// <exception cref="OperationCanceledException">The fit was stopped.</exception>
    /// <remarks>O(n log n) to sort, then some tens of passes over the distinct rows.</remarks>
    public FitResult<BgNbdCovariateModel> Fit(CovariatePurchases data, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(data);
        return _settings.Fit(data, _average, Likelihood, _maximumIterations, cancellationToken);
    }

    IWeightedLikelihood<BgNbdCovariateModel>? IWeightedEstimator<CovariatePurchases, BgNbdCovariateModel>.Prepare(CovariatePurchases data) =>
        _settings.Prepare(data, _average, Likelihood);

    private static BgNbdCovariateLikelihood Likelihood(CovariateRows rows, BgNbdModel average, CovariateSettings settings) => new(
        rows, average, settings.RateColumns(rows), settings.DropOutColumns(rows), settings.Ridge, settings.Parallel);
}
