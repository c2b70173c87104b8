namespace CustomerInsight.Models;

/// <summary>Fits a model of contracts by maximum likelihood: the shifted-beta-geometric or the beta-discrete-Weibull.</summary>
/// <remarks>
/// Contracts that still run count as long as they were seen, those that came into view late from there on. The search runs over the logs of the parameters, from several starts until one converges.
/// <para>Source: Fader, Hardie, "How to Project Customer Retention", Journal of Interactive Marketing 21(1), 2007, appendix B; Fader, Hardie, Liu, Davin, Steenburgh,
/// "'How to Project Customer Retention' Revisited", Journal of Interactive Marketing 43 (2018).</para>
/// </remarks>
/// <threadsafety>Safe from many threads.</threadsafety>
public sealed class ContractEstimator : IWeightedEstimator<IReadOnlyList<ContractCount>, ContractModel>
{
    private readonly ContractModelKind _kind;
    private readonly Duration _period;
    private readonly int _minimumCustomers;
    private readonly int _minimumChurned;
    private readonly int _maximumIterations;

    /// <summary>Makes an estimator.</summary>
    /// <param name="options">How to fit; null for the defaults. Read once, here.</param>
    /// <exception cref="ArgumentException">An option is out of its range.</exception>
    public ContractEstimator(ContractOptions? options = null)
    {
        options ??= new ContractOptions();
        OptionsCheck.ThrowIfInvalid(options, nameof(options), new ContractOptionsValidator());
        _kind = options.Kind;
        _period = new Duration(options.PeriodLength, options.PeriodUnit);
        _minimumCustomers = options.MinimumCustomers;
        _minimumChurned = options.MinimumChurned;
        _maximumIterations = options.MaximumIterations;
    }

    /// <summary>Fits the model.</summary>
    /// <param name="data">How many contracts ran how long, in any order; <see cref="ContractCount.Of(IEnumerable{ContractCohort})"/> counts those of cohorts. Lives that are not valid are left out, with a warning.</param>
    /// <param name="cancellationToken">Stops the fit.</param>
    /// <returns>The model and how the fit went.</returns>
    /// <exception cref="ArgumentException">A number of customers is negative, or all together are above 2,147,483,647.</exception>
    /// <exception cref="OperationCanceledException">The fit was stopped.</exception>
    /// <remarks>Some tens of passes over the distinct lives.</remarks>
    public FitResult<ContractModel> Fit(IReadOnlyList<ContractCount> data, CancellationToken cancellationToken = default)
    {
        List<ContractCount> counts = Merge(data);
        int customers = counts.Sum(static count => count.Customers);
        int invalid = data.Sum(static count => count.Life.IsValid ? 0 : count.Customers);
        FitWarning[] warnings = invalid > 0 ? [FitWarnings.InvalidLives(invalid)] : [];
        return Refusal(counts, customers) is FitWarning refusal
            ? new FitResult<ContractModel>(null, FitReport.TooLittle(ContractModel.NameOf(_kind), customers, [.. warnings, refusal]))
            : LikelihoodFit.Of(new ContractLikelihood(counts, _kind, _period), _maximumIterations, warnings, cancellationToken);
    }

    IWeightedLikelihood<ContractModel>? IWeightedEstimator<IReadOnlyList<ContractCount>, ContractModel>.Prepare(IReadOnlyList<ContractCount> data)
    {
        List<ContractCount> counts = Merge(data);
        return Refusal(counts, counts.Sum(static count => count.Customers)) is null ? new ContractLikelihood(counts, _kind, _period) : null;
    }

    private static List<ContractCount> Merge(IReadOnlyList<ContractCount> data)
    {
        ArgumentNullException.ThrowIfNull(data);

        // No sum below can overflow after this one.
        CustomerTotal.Of(data.Select(static count => count.Customers), nameof(data));
        return [.. ContractCount.Merge(data.Where(static count => count.Life.IsValid))];
    }

    private FitWarning? Refusal(List<ContractCount> counts, int customers)
    {
        int churned = counts.Sum(static count => count.Life.Churned ? count.Customers : 0);

        // Each age that was seen gives one rate of retention: fewer rates than parameters leave some of those open.
        int needed = _kind == ContractModelKind.BetaDiscreteWeibull ? 3 : 2;
        int ages = AgesSeen(counts);
        return customers < _minimumCustomers ? FitWarnings.TooFewCustomers(customers, _minimumCustomers)
            : churned < _minimumChurned ? FitWarnings.TooFewChurned(churned, _minimumChurned)
            : ages < needed ? FitWarnings.TooFewAges(ages, needed)
            : null;
    }

    private static int AgesSeen(List<ContractCount> counts)
    {
        // Seen at the renewals from one to another: +1 and −1 at the ends, and the sums between them.
        var ends = new SortedDictionary<int, int>();
        foreach ((ContractLife life, int _) in counts)
        {
            ends[life.SeenFrom] = ends.GetValueOrDefault(life.SeenFrom) + 1;
            int end = life.Renewals + (life.Churned ? 1 : 0);
            ends[end] = ends.GetValueOrDefault(end) - 1;
        }

        int ages = 0;
        int seen = 0;
        int last = 0;
        foreach ((int at, int change) in ends)
        {
            ages += seen > 0 ? at - last : 0;
            seen += change;
            last = at;
        }

        return ages;
    }
}
