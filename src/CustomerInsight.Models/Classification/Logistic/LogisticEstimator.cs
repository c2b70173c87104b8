namespace CustomerInsight.Models;

/// <summary>Fits a logistic regression: by maximum likelihood, or with a penalty that keeps coefficients small.</summary>
/// <remarks>
/// Columns may be of any unit: inside they are standardized, and coefficients are given for the data's own units. Neither the order of the rows nor the number of threads changes a bit of the result.
/// A row of weight 2 counts as two rows of weight 1 alike in everything: weights are how often a row was seen, and standard errors and tests trust them to be. For rows that are to count more than they are there,
/// <see cref="LogisticOptions.PositiveWeight"/> gives errors that are right.
/// </remarks>
/// <threadsafety>Safe from many threads.</threadsafety>
public sealed class LogisticEstimator : IEstimator<ClassificationData, LogisticModel>
{
    private readonly LogisticOptions _options;

    /// <summary>Makes an estimator.</summary>
    /// <param name="options">How to fit; null for the defaults. Read once, here.</param>
    /// <exception cref="ArgumentException">An option is not usable.</exception>
    public LogisticEstimator(LogisticOptions? options = null)
    {
        options ??= new LogisticOptions();
        OptionsCheck.ThrowIfInvalid(options, nameof(options), new LogisticOptionsValidator());
        _options = options.Copy();
    }

    /// <summary>Fits the model.</summary>
    /// <param name="data">Features with what became of each row.</param>
    /// <param name="cancellationToken">Stops the fit.</param>
    /// <returns>
    /// The model; none where there are no rows or all are of one kind. A constant column, and without a penalty one that follows from others, is named and gets the coefficient 0. Columns that part the kinds are named;
    /// where without a penalty there is no largest likelihood, the fit has not converged.
    /// </returns>
    /// <exception cref="ArgumentException">A feature is missing or infinite, or a column holds categories.</exception>
    /// <exception cref="OperationCanceledException">The fit was stopped.</exception>
    /// <remarks>O(rows × columns²) for each of some six steps; memory of one copy of the data.</remarks>
    public FitResult<LogisticModel> Fit(ClassificationData data, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(data);
        if (data.Categories.Count > 0)
        {
            throw new ArgumentException($"The column '{data.Categories[0]}' holds numbers of categories, of which a coefficient says nothing. Give a column of 0 and 1 for each category.", nameof(data));
        }

        if (data.Positives == 0 || data.Positives == data.Rows)
        {
            return new FitResult<LogisticModel>(null, FitReport.TooLittle(LogisticModel.Name, data.Rows, data.Rows == 0 ? LogisticWarnings.NoRows : LogisticWarnings.OneClass(data.Positives > 0)));
        }

        return new LogisticFit(data, _options, FixedChunks.Parallel(_options.MaxDegreeOfParallelism, cancellationToken)).Run();
    }
}
