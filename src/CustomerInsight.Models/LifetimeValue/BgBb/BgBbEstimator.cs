namespace CustomerInsight.Models;

/// <summary>Fits the BG/BB model by maximum likelihood.</summary>
/// <remarks>
/// The search runs over the logs of the parameters, from several starts until one converges.
/// <para>Source: Fader, Hardie, Shang, "Customer-Base Analysis in a Discrete-Time Noncontractual Setting", Marketing Science 29(6), 2010, section 4.</para>
/// </remarks>
/// <threadsafety>Safe from many threads.</threadsafety>
public sealed class BgBbEstimator : IWeightedEstimator<IReadOnlyList<OpportunityCount>, BgBbModel>
{
    private readonly Duration _period;
    private readonly int _minimumCustomers;
    private readonly int _minimumRepeatCustomers;
    private readonly int _maximumIterations;

    /// <summary>Makes an estimator.</summary>
    /// <param name="options">How to fit; null for the defaults. Read once, here.</param>
    /// <exception cref="ArgumentException">An option is out of its range.</exception>
    public BgBbEstimator(BgBbOptions? options = null)
    {
        options ??= new BgBbOptions();
        OptionsCheck.ThrowIfInvalid(options, nameof(options), new BgBbOptionsValidator());
        _period = new Duration(options.PeriodLength, options.PeriodUnit);
        _minimumCustomers = options.MinimumCustomers;
        _minimumRepeatCustomers = options.MinimumRepeatCustomers;
        _maximumIterations = options.MaximumIterations;
    }

    /// <summary>Fits the model.</summary>
    /// <param name="data">How many customers have each pattern, in any order; <see cref="OpportunityCount.Of"/> counts them. Patterns that are not valid are left out, with a warning.</param>
    /// <param name="cancellationToken">Stops the fit.</param>
    /// <returns>The model and how the fit went.</returns>
    /// <exception cref="ArgumentException">A number of customers is negative, or all together are above 2,147,483,647.</exception>
    /// <exception cref="OperationCanceledException">The fit was stopped.</exception>
    /// <remarks>Some tens of passes over the distinct patterns, each O(opportunities since the last purchase).</remarks>
    public FitResult<BgBbModel> Fit(IReadOnlyList<OpportunityCount> data, CancellationToken cancellationToken = default)
    {
        List<OpportunityCount> counts = Merge(data);
        int customers = counts.Sum(static count => count.Customers);
        int invalid = data.Sum(static count => count.Customers) - customers;
        FitWarning[] warnings = invalid > 0 ? [FitWarnings.InvalidOpportunities(invalid)] : [];
        return Refusal(counts) is FitWarning refusal
            ? new FitResult<BgBbModel>(null, FitReport.TooLittle(BgBbModel.Name, customers, [.. warnings, refusal]))
            : LikelihoodFit.Of(new BgBbLikelihood(counts, _period), _maximumIterations, warnings, cancellationToken);
    }

    IWeightedLikelihood<BgBbModel>? IWeightedEstimator<IReadOnlyList<OpportunityCount>, BgBbModel>.Prepare(IReadOnlyList<OpportunityCount> data)
    {
        List<OpportunityCount> counts = Merge(data);
        return Refusal(counts) is null ? new BgBbLikelihood(counts, _period) : null;
    }

    private static List<OpportunityCount> Merge(IReadOnlyList<OpportunityCount> data)
    {
        ArgumentNullException.ThrowIfNull(data);

        // No sum below can overflow after this one.
        CustomerTotal.Of(data.Select(static count => count.Customers), nameof(data));
        return [.. OpportunityCount.Merge(data.Where(static count => count.Pattern.IsValid && count.Customers > 0))];
    }

    private FitWarning? Refusal(List<OpportunityCount> counts)
    {
        int customers = counts.Sum(static count => count.Customers);
        int repeaters = counts.Sum(static count => count.Pattern.Repeats > 0 ? count.Customers : 0);
        return customers < _minimumCustomers ? FitWarnings.TooFewCustomers(customers, _minimumCustomers)
            : repeaters < _minimumRepeatCustomers ? FitWarnings.TooFewRepeaters(repeaters, _minimumRepeatCustomers)
            : null;
    }
}
