namespace CustomerInsight.Models;

/// <summary>Fits the Gamma–Gamma model by maximum likelihood.</summary>
/// <remarks>
/// The search runs over the logs of the parameters with amounts scaled to their mean, from several starts until one converges.
/// <para>Source: Fader, Hardie, "The Gamma-Gamma Model of Monetary Value" (2013), section 3.</para>
/// </remarks>
/// <threadsafety>Safe from many threads.</threadsafety>
public sealed class GammaGammaEstimator : IWeightedEstimator<IReadOnlyList<SpendPattern>, GammaGammaModel>
{
    private readonly int _minimumRepeatCustomers;
    private readonly int _maximumIterations;
    private readonly double _warnAtCorrelation;

    /// <summary>Makes an estimator.</summary>
    /// <param name="options">How to fit; null for the defaults. Read once, here.</param>
    /// <exception cref="ArgumentException">An option is out of its range.</exception>
    public GammaGammaEstimator(GammaGammaOptions? options = null)
    {
        options ??= new GammaGammaOptions();
        OptionsCheck.ThrowIfInvalid(options, nameof(options), new GammaGammaOptionsValidator());
        _minimumRepeatCustomers = options.MinimumRepeatCustomers;
        _maximumIterations = options.MaximumIterations;
        _warnAtCorrelation = options.WarnAtCorrelation;
    }

    /// <summary>Fits the model.</summary>
    /// <param name="data">One pattern for each customer, in any order. Those without repeat purchases are passed over; those with repeats of no amount above 0 are left out, with a warning.</param>
    /// <param name="cancellationToken">Stops the fit.</param>
    /// <returns>The model and how the fit went; <see cref="FitReport.Figures"/> has the correlation of number and size of purchases, <c>frequency-spend-correlation</c>.</returns>
    /// <exception cref="OperationCanceledException">The fit was stopped.</exception>
    /// <remarks>O(n log n) to sort, then some tens of passes.</remarks>
    public FitResult<GammaGammaModel> Fit(IReadOnlyList<SpendPattern> data, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(data);
        var rows = SpendRows.From(data);
        FitWarning[] ofData = rows.WithoutSpend > 0 ? [FitWarnings.WithoutSpend(rows.WithoutSpend)] : [];
        if (Refusal(rows) is FitWarning refusal)
        {
            return new FitResult<GammaGammaModel>(null, FitReport.TooLittle(GammaGammaModel.Name, rows.Count, [.. ofData, refusal]));
        }

        double correlation = rows.Correlation();
        FitResult<GammaGammaModel> fit = LikelihoodFit.Of(new GammaGammaLikelihood(rows), _maximumIterations, ofData, cancellationToken);
        return fit with
        {
            Report = fit.Report with
            {
                Warnings = [.. fit.Report.Warnings, .. Warnings(fit.Model!, correlation)],
                Figures = double.IsFinite(correlation) ? [new FitFigure("frequency-spend-correlation", correlation)] : [],
            },
        };
    }

    IWeightedLikelihood<GammaGammaModel>? IWeightedEstimator<IReadOnlyList<SpendPattern>, GammaGammaModel>.Prepare(IReadOnlyList<SpendPattern> data)
    {
        var rows = SpendRows.From(data);
        return Refusal(rows) is null ? new GammaGammaLikelihood(rows) : null;
    }

    private IEnumerable<FitWarning> Warnings(GammaGammaModel model, double correlation)
    {
        if (model.Q <= 1)
        {
            yield return FitWarnings.NoMeanSpend;
        }

        if (Math.Abs(correlation) >= _warnAtCorrelation)
        {
            yield return FitWarnings.Correlated(correlation);
        }
    }

    private FitWarning? Refusal(SpendRows rows) =>
        rows.Count < _minimumRepeatCustomers ? FitWarnings.TooFewRepeaters(rows.Count, _minimumRepeatCustomers)
        : rows.AllEqual ? FitWarnings.EqualSpend
        : null;
}
