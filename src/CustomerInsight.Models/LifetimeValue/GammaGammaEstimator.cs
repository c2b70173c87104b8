using MathNet.Numerics.Statistics;

namespace CustomerInsight.Models;

/// <summary>Fits the Gamma–Gamma model by maximum likelihood.</summary>
/// <remarks>
/// The search runs over the logs of the parameters with amounts scaled to their mean, from several starts until one converges.
/// <para>Source: Fader, Hardie, "The Gamma-Gamma Model of Monetary Value" (2013), section 3.</para>
/// </remarks>
/// <threadsafety>Safe from many threads.</threadsafety>
public sealed class GammaGammaEstimator : IWeightedEstimator<IReadOnlyList<SpendPattern>, GammaGammaModel>
{
    private const string ModelName = "Gamma-Gamma";

    private readonly int _minimumCustomers;
    private readonly int _maximumIterations;
    private readonly double _warnAtCorrelation;

    /// <summary>Makes an estimator.</summary>
    /// <param name="options">How to fit; null for the defaults. Read once, here.</param>
    /// <exception cref="ArgumentException">An option is out of its range.</exception>
    public GammaGammaEstimator(GammaGammaOptions? options = null)
    {
        options ??= new GammaGammaOptions();
        OptionsCheck.ThrowIfInvalid(options, nameof(options), new GammaGammaOptionsValidator());
        _minimumCustomers = options.MinimumCustomers;
        _maximumIterations = options.MaximumIterations;
        _warnAtCorrelation = options.WarnAtCorrelation;
    }

    /// <summary>Fits the model.</summary>
    /// <param name="data">One pattern for each customer, in any order; those with nothing to learn from are passed over.</param>
    /// <param name="cancellationToken">Stops the fit.</param>
    /// <returns>The model and how the fit went.</returns>
    /// <exception cref="OperationCanceledException">The fit was stopped.</exception>
    /// <remarks>O(n log n) to sort, then some tens of passes.</remarks>
    public FitResult<GammaGammaModel> Fit(IReadOnlyList<SpendPattern> data, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(data);

        SpendPattern[] sorted = Sort(data);
        if (Refusal(sorted) is FitWarning refusal)
        {
            return new FitResult<GammaGammaModel>(null, FitReport.TooLittle(ModelName, sorted.Length, refusal));
        }

        FitResult<GammaGammaModel> fit = LikelihoodFit.Of(new GammaGammaLikelihood(sorted), _maximumIterations, [], cancellationToken);
        return fit with { Report = fit.Report with { Warnings = [.. fit.Report.Warnings, .. Warnings(fit.Model!, sorted)] } };
    }

    IWeightedLikelihood<GammaGammaModel>? IWeightedEstimator<IReadOnlyList<SpendPattern>, GammaGammaModel>.Prepare(IReadOnlyList<SpendPattern> data)
    {
        SpendPattern[] sorted = Sort(data);
        return Refusal(sorted) is null ? new GammaGammaLikelihood(sorted) : null;
    }

    private IEnumerable<FitWarning> Warnings(GammaGammaModel model, SpendPattern[] sorted)
    {
        if (model.Q <= 1)
        {
            yield return FitWarnings.NoMeanSpend;
        }

        double correlation = Correlation.Pearson(sorted.Select(static pattern => (double)pattern.Purchases), sorted.Select(static pattern => pattern.MeanSpend));
        if (Math.Abs(correlation) >= _warnAtCorrelation)
        {
            yield return FitWarnings.Correlated(correlation);
        }
    }

    // Sorted, since sums of doubles depend on the order.
    private static SpendPattern[] Sort(IReadOnlyList<SpendPattern> data) =>
        [.. data.Where(static pattern => pattern.IsUsable).OrderBy(static pattern => pattern.Purchases).ThenBy(static pattern => pattern.MeanSpend)];

    private FitWarning? Refusal(SpendPattern[] sorted) =>
        sorted.Length < _minimumCustomers ? FitWarnings.TooFewRepeaters(sorted.Length, _minimumCustomers)
        : sorted.All(pattern => pattern.MeanSpend == sorted[0].MeanSpend) ? FitWarnings.EqualSpend
        : null;
}
