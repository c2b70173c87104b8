namespace CustomerInsight.Models;

/// <summary>Checked options of covariates, and the way from data to report that all models with covariates go.</summary>
internal sealed class CovariateSettings
{
    private readonly string[]? _rate;
    private readonly string[]? _dropOut;
    private readonly int _threads;

    public CovariateSettings(CovariateOptions options, int threads)
    {
        OptionsCheck.ThrowIfInvalid(options, nameof(options), new CovariateOptionsValidator());
        _rate = options.RateColumns?.ToArray();
        _dropOut = options.DropOutColumns?.ToArray();
        _threads = threads;
        Ridge = options.Ridge;
    }

    public double Ridge { get; }

    public ParallelOptions Parallel => FixedChunks.Parallel(_threads, CancellationToken.None);

    public int[] RateColumns(CovariateRows rows) => CovariateCheck.Find(rows.Columns, _rate);

    public int[] DropOutColumns(CovariateRows rows) => CovariateCheck.Find(rows.Columns, _dropOut);

    public FitResult<TModel> Fit<TAverage, TModel>(
        CovariatePurchases data,
        IEstimator<IReadOnlyList<RepeatPattern>, TAverage> estimator,
        Func<CovariateRows, TAverage, CovariateSettings, CovariateLikelihood<TModel>> likelihoodOf,
        int maximumIterations,
        CancellationToken cancellationToken)
        where TAverage : class, IPurchaseModel
        where TModel : class
    {
        CovariateRows rows = Rows(data);
        var warnings = new List<FitWarning>();
        if (rows.InvalidPatterns > 0)
        {
            warnings.Add(FitWarnings.InvalidPatterns(rows.InvalidPatterns));
        }

        if (rows.Incomplete > 0)
        {
            warnings.Add(CovariateWarnings.Incomplete(rows.Incomplete));
        }

        FitResult<TAverage> average = estimator.Fit(rows.CustomerPatterns, cancellationToken);
        if (average.Model is not { } model)
        {
            return new FitResult<TModel>(null, FitReport.TooLittle(NameOf(average.Report), rows.Customers, [.. warnings, .. average.Report.Warnings]));
        }

        if (CovariateCheck.Refusal(rows, RateColumns(rows), DropOutColumns(rows)) is { } refusal)
        {
            return new FitResult<TModel>(null, FitReport.TooLittle(NameOf(average.Report), rows.Customers, [.. warnings, refusal]));
        }

        CovariateLikelihood<TModel> likelihood = likelihoodOf(rows, model, this);
        FitResult<TModel> result = LikelihoodFit.Of(likelihood, maximumIterations, warnings, cancellationToken);
        return result with
        {
            Report = result.Report with
            {
                LogLikelihood = Ridge > 0 && result.Model is { } found ? likelihood.LogLikelihoodAt(likelihood.PointOf(found)) : result.Report.LogLikelihood,
                Parts = [average.Report],
            },
        };
    }

    public CovariateLikelihood<TModel>? Prepare<TAverage, TModel>(
        CovariatePurchases data, IEstimator<IReadOnlyList<RepeatPattern>, TAverage> estimator, Func<CovariateRows, TAverage, CovariateSettings, CovariateLikelihood<TModel>> likelihoodOf)
        where TAverage : class, IPurchaseModel
        where TModel : class
    {
        CovariateRows rows = Rows(data);
        return estimator.Fit(rows.CustomerPatterns).Model is { } average && CovariateCheck.Refusal(rows, RateColumns(rows), DropOutColumns(rows)) is null
            ? likelihoodOf(rows, average, this)
            : null;
    }

    private static string NameOf(FitReport average) => $"{average.Model} with covariates";

    // A column that nothing uses is no reason to leave a customer out.
    private CovariateRows Rows(CovariatePurchases data)
    {
        ValueList<string> columns = data.Covariates.Columns;
        return CovariateRows.From(data, [.. CovariateCheck.Find(columns, _rate).Union(CovariateCheck.Find(columns, _dropOut)).Order()]);
    }
}
