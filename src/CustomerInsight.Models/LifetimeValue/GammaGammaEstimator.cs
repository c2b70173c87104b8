using MathNet.Numerics.Statistics;

namespace CustomerInsight.Models;

/// <summary>Fits the Gamma–Gamma model by maximum likelihood.</summary>
/// <remarks>
/// The search runs over the logs of the parameters with amounts scaled to their mean, from several starts until one converges.
/// <para>Source: Fader, Hardie, "The Gamma-Gamma Model of Monetary Value" (2013), section 3.</para>
/// </remarks>
/// <threadsafety>Safe from many threads.</threadsafety>
public sealed class GammaGammaEstimator : IEstimator<IReadOnlyList<SpendPattern>, GammaGammaModel>
{
    private const string ModelName = "Gamma-Gamma";

    private static readonly double[][] Starts =
    [
        [Math.Log(2), Math.Log(3), 0],
        [Math.Log(6), Math.Log(4), Math.Log(0.5)],
        [Math.Log(0.5), Math.Log(2), Math.Log(2)],
        [Math.Log(20), Math.Log(1.5), Math.Log(0.05)],
    ];

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

        // Sorted, since sums of doubles depend on the order.
        SpendPattern[] sorted = [.. data.Where(static pattern => pattern.IsUsable).OrderBy(static pattern => pattern.Purchases).ThenBy(static pattern => pattern.MeanSpend)];
        if (sorted.Length < _minimumCustomers)
        {
            return Refuse(sorted.Length, FitWarnings.TooFewRepeaters(sorted.Length, _minimumCustomers));
        }

        if (sorted.All(pattern => pattern.MeanSpend == sorted[0].MeanSpend))
        {
            return Refuse(sorted.Length, FitWarnings.EqualSpend);
        }

        double scale = sorted.Average(static pattern => pattern.MeanSpend);
        SearchResult found = MultiStart.Minimize(new GammaGammaObjective(sorted, scale), Starts, _maximumIterations, cancellationToken);
        double[] parameters = [.. found.Point.Select(Math.Exp)];
        var model = new GammaGammaModel(parameters[0], parameters[1], parameters[2] * scale);
        double logLikelihood = -(found.Value + Math.Log(scale)) * sorted.Length;
        var warnings = new List<FitWarning>(FitWarnings.Of(found, parameters, ["p", "q", "gamma"]));
        if (model.Q <= 1)
        {
            warnings.Add(FitWarnings.NoMeanSpend);
        }

        double correlation = Correlation.Pearson(sorted.Select(static pattern => (double)pattern.Purchases), sorted.Select(static pattern => pattern.MeanSpend));
        if (Math.Abs(correlation) >= _warnAtCorrelation)
        {
            warnings.Add(FitWarnings.Correlated(correlation));
        }

        return new FitResult<GammaGammaModel>(
            model, new FitReport(ModelName, FitWarnings.Status(found), found.Iterations, logLikelihood, sorted.Length, ValueList.From(warnings)));
    }

    private static FitResult<GammaGammaModel> Refuse(int customers, FitWarning reason) =>
        new(null, FitReport.TooLittle(ModelName, customers, reason));
}
