namespace CustomerInsight.Models;

/// <summary>Fits the BG/NBD model by maximum likelihood.</summary>
/// <remarks>
/// Equal patterns are counted once. The search runs over the logs of the parameters with time scaled to the mean tenure, from several starts until one converges.
/// <para>Source: Fader, Hardie, Lee, "'Counting Your Customers' the Easy Way", Marketing Science 24(2), 2005, section 4.</para>
/// </remarks>
/// <threadsafety>Safe from many threads.</threadsafety>
public sealed class BgNbdEstimator : IEstimator<IReadOnlyList<RepeatPattern>, BgNbdModel>
{
    private const string ModelName = "BG/NBD";

    private readonly TimeUnit _unit;
    private readonly int _minimumCustomers;
    private readonly int _minimumRepeatCustomers;
    private readonly int _maximumIterations;

    /// <summary>Makes an estimator.</summary>
    /// <param name="options">How to fit; null for the defaults. Read once, here.</param>
    /// <exception cref="ArgumentException">An option is out of its range.</exception>
    public BgNbdEstimator(BgNbdOptions? options = null)
    {
        options ??= new BgNbdOptions();
        OptionsCheck.ThrowIfInvalid(options, nameof(options), new BgNbdOptionsValidator());
        _unit = options.Unit;
        _minimumCustomers = options.MinimumCustomers;
        _minimumRepeatCustomers = options.MinimumRepeatCustomers;
        _maximumIterations = options.MaximumIterations;
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
        var patterns = PatternCounts.From(data);
        var warnings = new List<FitWarning>();
        if (patterns.LeftOut > 0)
        {
            warnings.Add(FitWarnings.InvalidPatterns(patterns.LeftOut));
        }

        int customers = patterns.Customers;
        int repeaters = patterns.RepeatCustomers;
        double meanTenure = patterns.Items.Sum(static item => item.Count * item.Pattern.TenureDays) / Math.Max(1, customers);
        if (customers < _minimumCustomers)
        {
            warnings.Add(FitWarnings.TooFewCustomers(customers, _minimumCustomers));
        }
        else if (repeaters < _minimumRepeatCustomers)
        {
            warnings.Add(FitWarnings.TooFewRepeaters(repeaters, _minimumRepeatCustomers));
        }
        else if (meanTenure <= 0)
        {
            warnings.Add(FitWarnings.NoTime);
        }
        else
        {
            return Search(patterns, meanTenure, warnings, cancellationToken);
        }

        return new FitResult<BgNbdModel>(null, FitReport.TooLittle(ModelName, customers, [.. warnings]));
    }

    private FitResult<BgNbdModel> Search(PatternCounts patterns, double meanTenure, List<FitWarning> warnings, CancellationToken cancellationToken)
    {
        double purchases = patterns.Items.Sum(static item => (double)item.Count * item.Pattern.Repeats);
        double meanRate = purchases / patterns.Customers;
        SearchResult found = MultiStart.Minimize(new BgNbdObjective(patterns, meanTenure), Starts(meanRate), _maximumIterations, cancellationToken);
        double[] parameters = [.. found.Point.Select(Math.Exp)];
        double scale = meanTenure / _unit.Days();
        double logLikelihood = (-found.Value * patterns.Customers) - (purchases * Math.Log(scale));
        warnings.AddRange(FitWarnings.Of(found, parameters, ["r", "alpha", "a", "b"]));
        return new FitResult<BgNbdModel>(
            new BgNbdModel(parameters[0], parameters[1] * scale, parameters[2], parameters[3], _unit),
            new FitReport(ModelName, FitWarnings.Status(found), found.Iterations, logLikelihood, patterns.Customers, ValueList.From(warnings)));
    }

    private static double[][] Starts(double meanRate) =>
    [
        Logs(0.5, 0.5 / meanRate, 0.8, 2.5),
        Logs(1, 1 / meanRate, 1, 1),
        Logs(0.2, 0.2 / meanRate, 0.3, 6),
        Logs(4, 4 / meanRate, 0.1, 1),
    ];

    private static double[] Logs(params ReadOnlySpan<double> parameters)
    {
        double[] logs = new double[parameters.Length];
        for (int i = 0; i < logs.Length; i++)
        {
            logs[i] = Math.Log(parameters[i]);
        }

        return logs;
    }
}
